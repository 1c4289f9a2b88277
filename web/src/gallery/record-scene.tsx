import { Button, IconButton } from '../kit/button/index.ts';
import { Card } from '../kit/card/index.ts';
import { ClockChip } from '../kit/clock/index.ts';
import { Money } from '../kit/formats/index.ts';
import { GateList } from '../kit/gate/index.ts';
import { Avatar, Facts, Level, StateTag } from '../kit/mark/index.ts';
import { StageRail } from '../kit/gate/index.ts';
import { FieldList, RecordPage } from '../kit/record/index.ts';
import { Timeline } from '../kit/timeline/index.ts';
import { at, due } from './moment.ts';

function Trail() {
  return (
    <Facts>
      <span key="a">
        商机 / <a href="#customer">苏州屿澄精密</a>
      </span>
      <span key="b">SJ20260204002</span>
      <span key="c">标准六阶段 V3</span>
    </Facts>
  );
}

function Marks() {
  return (
    <>
      <StateTag>进行中</StateTag>
      <StateTag tone="filled">优先级 高</StateTag>
      <Avatar name="周予安" />
      <span className="k-s13">周予安</span>
      <ClockChip clock={due('03-18T11:00')} label="更新项目信息" />
    </>
  );
}

function Acts() {
  return (
    <>
      <Button kind="primary">上传评审确认</Button>
      <Button>记录跟进</Button>
      <IconButton icon="more" label="更多操作" />
    </>
  );
}

function Top() {
  return (
    <StageRail
      stages={[
        { key: 'a', name: '线索获取', note: '9 天', state: 'done' },
        { key: 'b', name: '需求分析', note: '27 天', state: 'done' },
        { key: 'c', name: '方案设计', note: '第 16 天 / 21 天', state: 'here' },
        { key: 'd', name: '商务谈判', state: 'ahead' },
        { key: 'e', name: '合同签订', state: 'ahead' },
        { key: 'f', name: '交付实施', note: '赢单后', state: 'ahead' },
      ]}
    >
      <GateList
        wide
        stage="商务谈判"
        missing={[
          {
            key: 'a',
            what: '客户初步评审通过的书面确认',
            who: '缺文件，你可上传客户邮件或盖章件',
            act: (
              <Button small kind="accent">
                上传
              </Button>
            ),
          },
          {
            key: 'b',
            what: '《项目可行性评估表》',
            who: '草稿 60%，由沈牧（售前）提交，今天 18:00',
            act: <Button small>提醒沈牧</Button>,
          },
        ]}
        there={[
          { key: 'c', what: '《解决方案》V2 经销售经理审批', who: '贺知远 3 月 12 日' },
          { key: 'd', what: '技术讲解与答疑有记录', who: '沈牧 3 月 13 日' },
          { key: 'e', what: '最终决策人 30 天内接触过', who: '顾启文 3 月 9 日' },
        ]}
      />
    </StageRail>
  );
}

function History() {
  return (
    <Card title="动态">
      <Timeline
        items={[
          {
            key: 'a',
            at: at('03-16T15:42'),
            title: '拜访',
            by: '周予安',
            body: '与陆明舟确认节拍参数，样件 200 件周五寄出。',
            tone: 'strong',
          },
          { key: 'b', at: at('03-12T09:20'), title: '《解决方案》V2 经审批', by: '贺知远' },
          { key: 'c', at: at('03-02T08:55'), title: '进入方案设计', note: '条件 5 项全部满足' },
        ]}
        onMore={() => undefined}
      />
    </Card>
  );
}

function Axes() {
  return (
    <Card title="三维度评估" note={<a href="#history">历史 3 次</a>}>
      <FieldList
        fields={[
          ['需求紧迫性', <Level key="a" of={3} word="强" />],
          ['预算匹配度', <Level key="b" of={2} word="中" />],
          ['决策链清晰度', <Level key="c" of={3} word="强" />],
        ]}
      />
    </Card>
  );
}

export function RecordScene() {
  return (
    <RecordPage
      title="压铸件视觉检测线"
      trail={<Trail />}
      marks={<Marks />}
      figures={[
        { label: '预测金额', value: <Money minor={186_000_000} currency="CNY" /> },
        { label: '预计成交', value: '4 月 30 日' },
      ]}
      actions={<Acts />}
      top={<Top />}
      main={<History />}
      side={<Axes />}
    />
  );
}
