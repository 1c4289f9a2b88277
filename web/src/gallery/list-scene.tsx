import { useState } from 'react';
import { Button, IconButton } from '../kit/button/index.ts';
import { type Clock, ClockChip, ClockExplained } from '../kit/clock/index.ts';
import { type Filter, FilterBar, type FilterField } from '../kit/filter/index.ts';
import { Facts, Level, StateTag } from '../kit/mark/index.ts';
import { Page, Tabs } from '../kit/page/index.ts';
import { Peek } from '../kit/peek/index.ts';
import { FieldList } from '../kit/record/index.ts';
import { type Column, DataList, useColumns } from '../kit/table/index.ts';
import { Timeline } from '../kit/timeline/index.ts';
import { at, due } from './moment.ts';

interface Lead {
  readonly id: string;
  readonly name: string;
  readonly clock: Clock;
  readonly state: string;
  readonly intent: 1 | 2 | 3;
  readonly priority: string;
  readonly contact: string;
  readonly phone: string;
  readonly source: string;
}

const names =
  '绍兴越川纺机 湖州苕溪线缆 台州椒岚阀门 镇江焦麓铝业 泰州凤栖医械 芜湖鸠江注塑 淮安漕运粮机 金华婺城电机 滁州琅琊玻璃 衢州烂柯化工 连云港朐海药包 马鞍山采石辊业 丽水瓯江竹业 温州瓯澜鞋机 宿迁骆马纺织 铜陵铜官线材'.split(
    ' ',
  );
const words = ['', '低', '中', '高'];

const clocks: Clock[] = [
  due('03-18T09:20', { state: 'overdue' }),
  due('03-18T11:40'),
  due('03-19T09:30'),
  due('03-19T15:00'),
  due('03-19T16:00'),
  due('03-20T10:00'),
  due('03-23T10:00'),
  due('04-01T10:00', { state: 'paused', pausedUntil: at('04-01T10:00') }),
];

const leads: Lead[] = Array.from({ length: 400 }, (_, index) => ({
  id: String(index),
  name: index < names.length ? (names[index] ?? '') : `${names[index % names.length]} ${index}`,
  clock: clocks[Math.min(index, clocks.length - 1)] ?? due('03-24T10:00'),
  state: ['待跟进', '已联系', '需求确认'][index % 3] ?? '',
  intent: (3 - (index % 3)) as 1 | 2 | 3,
  priority: `P${(index % 3) + 1}`,
  contact: ['郑总', '沈女士', '卢工'][index % 3] ?? '',
  phone: `138****${2046 + index}`,
  source: ['转介绍', '官网注册', '展会咨询'][index % 3] ?? '',
}));

const columns: Column<Lead>[] = [
  {
    key: 'name',
    title: '客户名称',
    width: 220,
    sortBy: 'companyName',
    render: (lead) => lead.name,
    renderBeside: (lead) => (lead.id === '1' ? <StateTag>待补充</StateTag> : null),
  },
  {
    key: 'clock',
    title: '时钟',
    width: 160,
    sortBy: 'dueAt',
    render: (lead) => <ClockChip clock={lead.clock} short />,
  },
  { key: 'state', title: '状态', width: 100, render: (lead) => lead.state },
  {
    key: 'intent',
    title: '意向',
    width: 80,
    render: (lead) => <Level of={lead.intent} word={words[lead.intent] ?? ''} />,
  },
  { key: 'priority', title: '优先级', width: 76, sortBy: 'priority', render: (lead) => lead.priority },
  { key: 'contact', title: '联系人', width: 90, render: (lead) => lead.contact },
  { key: 'phone', title: '电话', width: 130, render: (lead) => lead.phone },
  { key: 'source', title: '来源', width: 160, render: (lead) => lead.source },
  { key: 'note', title: '备注', width: 160, startsHidden: true, render: () => '—' },
];

const fields: FilterField[] = [
  {
    key: 'ownerId',
    label: '负责人',
    kind: 'person',
    options: [
      { value: 'zhou', label: '周予安' },
      { value: 'shen', label: '沈牧' },
    ],
  },
  {
    key: 'state',
    label: '状态',
    kind: 'choice',
    options: [
      { value: 'invalid', label: '无效' },
      { value: 'qualified', label: '已转商机' },
    ],
  },
  {
    key: 'source',
    label: '来源',
    kind: 'choice',
    options: 'abcdefg'.split('').map((value) => ({ value, label: value })),
  },
  { key: 'budget', label: '预算', kind: 'money', currency: 'CNY' },
  { key: 'createdAt', label: '创建时间', kind: 'day' },
  { key: 'companyName', label: '客户名称', kind: 'text' },
];

const first: Filter = {
  all: [
    { field: 'ownerId', op: 'in', value: [{ me: true }] },
    { field: 'state', op: 'ne', value: 'invalid' },
    { field: 'source', op: 'in', value: 'abcdefg'.split('') },
  ],
};

export function ListScene() {
  const [filter, setFilter] = useState<Filter | undefined>(first);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(['3', '4', '6']));
  const [sort, setSort] = useState('dueAt');
  const [tab, setTab] = useState('mine');
  const [open, setOpen] = useState<number | undefined>(
    new URLSearchParams(location.search).has('peek') ? 0 : undefined,
  );
  const { shown, chooser } = useColumns('gallery', columns);
  const lead = open === undefined ? undefined : leads[open];
  return (
    <Page
      full
      title="线索"
      actions={
        <>
          <Button kind="quiet" icon="download">
            导入
          </Button>
          <Button kind="primary" icon="plus">
            新建线索
          </Button>
        </>
      }
      tabs={
        <Tabs
          label="保存的视图"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'mine', word: '我的线索', count: 46 },
            { value: 'today', word: '今天到期', count: 1 },
            { value: 'incomplete', word: '待补充', count: 3 },
            { value: 'pool', word: '公海可领', count: 128 },
          ]}
        />
      }
    >
      <FilterBar fields={fields} value={filter} onChange={setFilter}>
        {chooser}
      </FilterBar>
      <DataList<Lead>
        label="线索"
        columns={shown}
        rows={leads}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/leads/${row.id}`}
        onOpen={() => undefined}
        onPeek={(row) => setOpen(leads.indexOf(row))}
        peekKey={lead?.id}
        sort={sort}
        onSort={setSort}
        selection={{
          keys: picked,
          onChange: setPicked,
          acts: (
            <>
              <Button kind="quiet" small icon="tag">
                加标签
              </Button>
              <Button kind="quiet" small icon="pause">
                暂缓
              </Button>
              <Button kind="quiet" small icon="handover">
                移交
              </Button>
              <Button kind="quiet" small icon="pool">
                放回公海
              </Button>
            </>
          ),
        }}
        total={{ count: 400, exact: true }}
        summary={
          <>
            预算合计 <b>¥1,326.5 万</b>（31 条已填）
          </>
        }
        footNote="1 超期，1 将到期，4 暂停"
        renderCard={(row) => (
          <div className="k-row k-wrap">
            <ClockChip clock={row.clock} short />
            <span className="k-t2">
              <Facts>
                {row.state}
                {row.contact}
                {row.source}
              </Facts>
            </span>
          </div>
        )}
      />
      {lead && open !== undefined && (
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
          position={{ index: open + 1, total: '400' }}
          onPrevious={open > 0 ? () => setOpen(open - 1) : undefined}
          onNext={() => setOpen(open + 1)}
          onOpen={() => undefined}
          onClose={() => setOpen(undefined)}
        >
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
                  <Level of={3} word="高" />{' '}
                  <span className="k-s13 k-t2">转介绍，需求写明“已立项，月底前定供应商”</span>
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
        </Peek>
      )}
    </Page>
  );
}
