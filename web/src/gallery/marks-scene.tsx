import { Button, type ButtonKind, IconButton, MenuButton } from '../kit/button/index.ts';
import { Card } from '../kit/card/index.ts';
import { ClockChip, ClockExplained } from '../kit/clock/index.ts';
import { Day, Moment, Money } from '../kit/formats/index.ts';
import { Icon, type IconName } from '../kit/icon/index.ts';
import { iconPaths } from '../kit/icon/icon-paths.ts';
import { Avatar, Facts, Level, StateTag, type TagTone } from '../kit/mark/index.ts';
import { Page } from '../kit/page/index.ts';
import { at, due } from './moment.ts';

const kinds: ButtonKind[] = ['primary', 'accent', 'plain', 'quiet', 'link', 'danger'];
const tones: TagTone[] = ['outline', 'filled', 'accent', 'late', 'soon', 'paused', 'unknown'];
const clocks = [
  due('03-16T17:12'),
  due('03-18T09:20'),
  due('03-18T10:30'),
  due('03-18T11:40'),
  due('03-18T14:00'),
  due('03-19T09:30'),
  due('03-23T09:30'),
  due('04-01T10:00', { state: 'paused', pausedUntil: at('04-01T10:00') }),
  due('03-17T09:30', { state: 'met' }),
  due('03-17T09:30', { state: 'breached' }),
];

function Buttons() {
  return (
    <Card title="按钮">
      <div className="k-row k-wrap">
        {kinds.map((kind) => (
          <Button key={kind} kind={kind} icon="plus">
            记录跟进
          </Button>
        ))}
        <Button disabled>不能按</Button>
        <Button small>小的</Button>
        <IconButton icon="bell" label="通知" badge={2} />
        <MenuButton
          acts={[
            { key: 'a', word: '移交', icon: 'handover', onClick: () => undefined },
            null,
            { key: 'b', word: '作废', icon: 'trash', danger: true, onClick: () => undefined },
          ]}
        >
          <IconButton icon="more" label="更多操作" />
        </MenuButton>
      </div>
    </Card>
  );
}

function Clocks() {
  return (
    <Card title="时钟">
      <div className="k-row k-wrap">
        {clocks.map((clock) => (
          <ClockChip key={`${clock.dueAt}${clock.state}`} clock={clock} />
        ))}
        <ClockChip clock={due('03-18T09:20')} label="首次跟进" />
      </div>
    </Card>
  );
}

function Tags() {
  return (
    <Card title="标记">
      <div className="k-row k-wrap">
        {tones.map((tone) => (
          <StateTag key={tone} tone={tone}>
            待跟进
          </StateTag>
        ))}
        <Level of={3} word="高" />
        <Level of={2} word="中" />
        <Level of={1} word="低" />
        <Avatar name="周予安" />
        <span>
          <Facts>
            <Money minor={18_600_000_00} currency="CNY" />
            <Money minor={850_050} currency="CNY" />
            <Money minor={12_000_000_000} currency="CNY" />
            <Money minor={50_000} currency="JPY" />
            <Moment at={at('03-18T14:00')} />
            <Moment at={at('03-15T14:00')} ago />
            <Day day="2026-03-20" />
          </Facts>
        </span>
      </div>
    </Card>
  );
}

function Icons() {
  return (
    <Card title="图标">
      <div className="k-row k-wrap">
        {(Object.keys(iconPaths) as IconName[]).map((name) => (
          <Icon key={name} name={name} size={20} label={name} />
        ))}
      </div>
    </Card>
  );
}

export function MarksScene() {
  return (
    <Page title="小零件">
      <div className="k-stack">
        <Buttons />
        <Clocks />
        <div style={{ maxWidth: 420 }} className="k-stack">
          <ClockExplained
            clock={{ ...due('03-18T14:20'), startedAt: at('03-17T09:20') }}
            name="首次跟进"
            limit="24 小时"
            why="意向高，分配后 24 小时内首次跟进"
          />
        </div>
        <Tags />
        <Icons />
      </div>
    </Page>
  );
}
