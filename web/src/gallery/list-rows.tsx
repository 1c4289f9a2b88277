import { type Clock, ClockChip } from '../kit/clock/index.ts';
import type { Filter, FilterField } from '../kit/filter/index.ts';
import { Level, StateTag } from '../kit/mark/index.ts';
import type { Column } from '../kit/table/index.ts';
import { at, due } from './moment.ts';

/** One imaginary lead of the reference pictures. */
export interface Lead {
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

/** `&rows=10000` in the address shows a long list. */
const count = Number(new URLSearchParams(location.search).get('rows') ?? 400);

export const leads: Lead[] = Array.from({ length: count }, (_, index) => ({
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

export const columns: Column<Lead>[] = [
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

export const fields: FilterField[] = [
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

export const firstFilter: Filter = {
  all: [
    { field: 'ownerId', op: 'in', value: [{ me: true }] },
    { field: 'state', op: 'ne', value: 'invalid' },
    { field: 'source', op: 'in', value: 'abcdefg'.split('') },
  ],
};
