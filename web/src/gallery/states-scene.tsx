import { Button } from '../kit/button/index.ts';
import { Card } from '../kit/card/index.ts';
import { Page } from '../kit/page/index.ts';
import { Conflict, Empty, Failure, NoPermission, NotFound, Notice, OfflineBar, Skeleton } from '../kit/states/index.ts';

export function StatesScene() {
  return (
    <>
      <OfflineBar waiting="2 条跟进待上传，有信号后自动发送" />
      <Page title="各种状态">
        <div className="k-stack">
          <Notice tone="late" title="没有保存">
            客户名称太短
          </Notice>
          <Notice tone="soon" title="还有 1 天到期" />
          <Notice title="系统还没有初始化。" />
          <Conflict
            differences={[
              { key: 'a', label: '预算', mine: '¥80.0 万', theirs: '¥70.0 万' },
              { key: 'b', label: '状态', mine: '已联系', theirs: '需求确认' },
            ]}
            onKeepMine={() => undefined}
            onTakeTheirs={() => undefined}
          />
          <Card title="空">
            <Empty
              icon="lead"
              title="还没有线索"
              hint="线索从官网、展会和转介绍来。先录入一条，或者导入表格。"
              act={<Button kind="primary">新建线索</Button>}
            />
          </Card>
          <Card title="失败">
            <Failure title="没有连上服务器" hint="请检查网络，恢复后再试。" id="7f3a-91" onRetry={() => undefined} />
          </Card>
          <Card title="无权限">
            <NoPermission />
          </Card>
          <Card title="找不到">
            <NotFound />
          </Card>
          <Card title="读取" flush>
            <Skeleton shape="rows" count={4} />
          </Card>
          <Skeleton shape="cards" count={3} />
        </div>
      </Page>
    </>
  );
}
