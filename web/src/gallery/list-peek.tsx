import { Button, IconButton } from '../kit/button/index.ts';
import { ClockExplained } from '../kit/clock/index.ts';
import { Facts, Level, StateTag } from '../kit/mark/index.ts';
import { Peek } from '../kit/peek/index.ts';
import { FieldList } from '../kit/record/index.ts';
import { Timeline } from '../kit/timeline/index.ts';
import type { Lead } from './list-rows.tsx';
import { at, due } from './moment.ts';

interface LeadPeekProps {
  readonly lead: Lead;
  readonly index: number;
  readonly onMove: (index: number | undefined) => void;
}

export function LeadPeek({ lead, index, onMove }: LeadPeekProps) {
  return (
    <Peek
      title={lead.name}
      marks={<StateTag>{lead.state}</StateTag>}
      facts={
        <Facts>
          <span key="n">XLSH20260316004</span>
          <span key="c">3 月 16 日 16:38 建</span>
          <span key="o">负责人 周予安</span>
        </Facts>
      }
      acts={
        <>
          <Button kind="primary">记录跟进</Button>
          <Button icon="phone">拨打</Button>
          <Button>转为客户</Button>
          <span className="k-grow" />
          <IconButton icon="more" label="更多操作" />
        </>
      }
      position={{ index: index + 1, total: '400' }}
      onPrevious={index > 0 ? () => onMove(index - 1) : undefined}
      onNext={() => onMove(index + 1)}
      onOpen={() => undefined}
      onClose={() => onMove(undefined)}
    >
      <Inside />
    </Peek>
  );
}

function Inside() {
  return (
    <>
      <ClockExplained
        clock={{
          ...due('03-18T09:20', { state: 'overdue' }),
          startedAt: at('03-17T09:20'),
          escalateAt: at('03-19T09:20'),
          escalatedTo: '林向晚',
        }}
        name="首次跟进"
        startedBy="分配"
        limit="24 小时"
        act={
          <Button kind="link" small>
            填写原因
          </Button>
        }
      />
      <FieldList
        fields={[
          [
            '意向',
            <>
              <Level of={3} word="高" /> <span className="k-s13 k-t2">转介绍，需求写明“已立项，月底前定供应商”</span>
            </>,
          ],
          [
            '优先级',
            <>
              <b>P1</b> <span className="k-s13 k-t2">行业匹配、需求明确、预算规模 3 项均符合</span>
            </>,
          ],
          ['电话', '138****2046'],
          ['需求', '喷气织机箱座孔径在线检测 2 条线，节拍 8 秒以内，要与现有 MES 对接'],
        ]}
      />
      <History />
    </>
  );
}

function History() {
  return (
    <div className="k-stack">
      <h3>动态</h3>
      <Timeline
        items={[
          {
            key: 'a',
            at: at('03-17T15:42'),
            title: '电话未接通',
            body: '无人接听，今天上午再打。',
            note: '未接通不停时钟',
          },
          {
            key: 'b',
            at: at('03-17T09:20'),
            title: '自动分配给周予安',
            note: '规则“华东，纺织机械 → 华东二组”，当前在手最少',
          },
          { key: 'c', at: at('03-17T08:55'), title: '市场初筛通过', note: '顾念慈，市场部' },
        ]}
      />
    </div>
  );
}
