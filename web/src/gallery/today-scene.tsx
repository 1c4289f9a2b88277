import { Button, IconButton, Segmented } from '../kit/button/index.ts';
import { BarList, Card, CardFoot, ProgressList, StatCard, TargetBar, TargetLegend } from '../kit/card/index.ts';
import { type Clock, ClockChip } from '../kit/clock/index.ts';
import { Money } from '../kit/formats/index.ts';
import { Facts } from '../kit/mark/index.ts';
import { Columns, Page } from '../kit/page/index.ts';
import { WorkGroup, WorkList, WorkRow } from '../kit/work/index.ts';
import { due } from './moment.ts';

interface Line {
  readonly clock: Clock;
  readonly what: string;
  readonly whom: readonly string[];
  readonly rule: string;
  readonly why: string;
  readonly minor: number | null;
  readonly state: string;
  readonly act: string;
}

const late: Line[] = [
  {
    clock: due('03-16T17:12', { state: 'overdue' }),
    what: '回访方案',
    whom: ['无锡澄禾新材', '薄膜缺陷检测'],
    rule: '方案提交后 3 天内回访',
    why: '，周一 17:00 到期',
    minor: 48_600_000,
    state: '方案设计',
    act: '记录跟进',
  },
  {
    clock: due('03-18T09:20', { state: 'overdue' }),
    what: '首次跟进',
    whom: ['绍兴越川纺机', '郑总'],
    rule: '意向高，分配后 24 小时内首次跟进',
    why: ' 昨天未接通，不停时钟',
    minor: 70_000_000,
    state: '待跟进',
    act: '记录跟进',
  },
];
const today: Line[] = [
  {
    clock: due('03-18T10:30'),
    what: '线上会议：确认节拍参数',
    whom: ['苏州屿澄精密', '陆总监'],
    rule: '下一步承诺',
    why: '，写于 3 月 16 日的跟进 GJ20260316007',
    minor: 186_000_000,
    state: '方案设计',
    act: '开始记录',
  },
  {
    clock: due('03-18T11:40'),
    what: '补全线索',
    whom: ['湖州苕溪线缆', '缺 职务、需求描述'],
    rule: '待补充线索 2 个工作小时内补全',
    why: '，09:40 保存',
    minor: null,
    state: '待补充',
    act: '补全',
  },
  {
    clock: due('03-18T14:00'),
    what: '上门拜访：确认预算范围',
    whom: ['合肥启岭新能源', '吴副总'],
    rule: '下一步承诺',
    why: ' 阶段出口条件“预算范围初步明确”还缺这一项',
    minor: 242_000_000,
    state: '需求分析',
    act: '写计划',
  },
];
const next: Line[] = [
  {
    clock: due('03-19T09:30'),
    what: '首次跟进',
    whom: ['台州椒岚阀门', '卢工'],
    rule: '意向高，分配后 24 小时内首次跟进',
    why: ' 来源 展会咨询',
    minor: 45_000_000,
    state: '待跟进',
    act: '记录跟进',
  },
  {
    clock: due('03-25T09:00', { state: 'paused', pausedUntil: '2026-03-25T01:00:00Z' }),
    what: '等待客户',
    whom: ['杭州云岫电子', '等集团批复预算'],
    rule: '停滞时钟暂停，第 1 次，最多 2 次',
    why: '；到期自动恢复',
    minor: 38_500_000,
    state: '需求分析',
    act: '提前恢复',
  },
];

function Row({ line, first }: { readonly line: Line; readonly first: boolean }) {
  return (
    <WorkRow
      when={<ClockChip clock={line.clock} />}
      what={line.what}
      whom={
        <Facts>
          {line.whom.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </Facts>
      }
      why={
        <>
          <span className="k-why">{line.rule}</span>
          {line.why}
        </>
      }
      worth={<Money minor={line.minor} currency="CNY" />}
      state={line.state}
      acts={
        <>
          <Button small kind={first ? 'accent' : 'plain'} label={`${line.act} ${line.whom[0]}`}>
            {line.act}
          </Button>
          <IconButton small icon="postpone" label="写明原因并推迟" />
          <IconButton small icon="handover" label="移交他人" />
        </>
      }
    />
  );
}

const rows = (lines: readonly Line[], first: boolean) =>
  lines.map((line, index) => <Row key={`${line.what}${line.whom[0]}`} line={line} first={first && index === 0} />);

function Acts() {
  return (
    <>
      <Segmented
        label="排序"
        value="due"
        onChange={() => undefined}
        choices={[
          { value: 'due', word: '按到期' },
          { value: 'customer', word: '按客户' },
          { value: 'amount', word: '按金额' },
        ]}
      />
      <Button icon="calendar">周历</Button>
      <Button kind="primary" icon="plus">
        记录跟进
      </Button>
    </>
  );
}

function Side() {
  return (
    <>
      <StatCard
        title="一季度目标"
        note="还剩 13 天"
        figure={<Money minor={412_600_000} currency="CNY" />}
        of="/ 600.0 万签约"
      >
        <TargetBar
          done={0.688}
          expected={0.287}
          elapsed={0.856}
          label="已签约 68.8%，加权预测到 97.5%，时间已过 85.6%"
        />
        <TargetLegend done="已签约 68.8%" expected="本季加权 ¥172.6 万" elapsed="时间 85.6%" />
        <CardFoot>
          按加权可到 <b>585.2 万（97.5%）</b>，差 14.8 万
        </CardFoot>
      </StatCard>
      <Card title="我的漏斗" note="12 个 单位 万元">
        <BarList
          rows={[
            { key: 'a', label: '需求分析', value: 400, count: 4, figure: '400.0' },
            { key: 'b', label: '方案设计', value: 360, count: 3, figure: '360.0' },
            { key: 'c', label: '商务谈判', value: 200, count: 3, figure: '200.0' },
            { key: 'd', label: '合同签订', value: 120, count: 2, figure: '120.0' },
          ]}
        />
      </Card>
      <Card title="本周" note="周一至今">
        <ProgressList
          rows={[
            { label: '有效沟通', done: 14, goal: 25 },
            { label: '拜访', done: 3, goal: 5 },
            { label: '方案提交', done: 2, goal: 3 },
          ]}
        />
      </Card>
    </>
  );
}

export function TodayScene() {
  return (
    <Page title="工作台" note="3 月 18 日 周三" actions={<Acts />}>
      <Columns
        main={
          <WorkList>
            <WorkGroup title="已超期" count={2} late note="先处理这里，再看其他">
              {late.map((line) => (
                <Row key={line.what} line={line} first />
              ))}
            </WorkGroup>
            <WorkGroup title="今天" count={6}>
              {rows(today, true)}
            </WorkGroup>
            <WorkGroup title="接下来" count={10} note={<a href="#more">展开其余 8 项</a>}>
              {rows(next, false)}
            </WorkGroup>
          </WorkList>
        }
        side={<Side />}
      />
    </Page>
  );
}
