import { useState } from 'react';
import { Button } from '../kit/button/index.ts';
import { ClockChip } from '../kit/clock/index.ts';
import { type Filter, FilterBar } from '../kit/filter/index.ts';
import { Facts } from '../kit/mark/index.ts';
import { Page, Tabs } from '../kit/page/index.ts';
import { type ChosenColumn, ColumnChooser, DataList, shownColumns } from '../kit/table/index.ts';
import { LeadPeek } from './list-peek.tsx';
import { columns, fields, firstFilter, type Lead, leads } from './list-rows.tsx';

function Views() {
  const [tab, setTab] = useState('mine');
  return (
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
  );
}

function BulkActs() {
  const acts = [
    ['tag', '加标签'],
    ['pause', '暂缓'],
    ['handover', '移交'],
    ['pool', '放回公海'],
  ] as const;
  return acts.map(([icon, word]) => (
    <Button key={icon} kind="quiet" small icon={icon}>
      {word}
    </Button>
  ));
}

function LeadCard({ lead }: { readonly lead: Lead }) {
  return (
    <div className="k-row k-wrap">
      <ClockChip clock={lead.clock} short />
      <span className="k-t2">
        <Facts>
          {lead.state}
          {lead.contact}
          {lead.source}
        </Facts>
      </span>
    </div>
  );
}

export function ListScene() {
  const [filter, setFilter] = useState<Filter | undefined>(firstFilter);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(['3', '4', '6']));
  const [sort, setSort] = useState('dueAt');
  const [open, setOpen] = useState<number | undefined>(
    new URLSearchParams(location.search).has('peek') ? 0 : undefined,
  );
  const [chosen, setChosen] = useState<readonly ChosenColumn[] | null>(null);
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
      tabs={<Views />}
    >
      <FilterBar fields={fields} value={filter} onChange={setFilter}>
        <ColumnChooser columns={columns} chosen={chosen} onChange={setChosen} />
      </FilterBar>
      <DataList<Lead>
        label="线索"
        columns={shownColumns(columns, chosen)}
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
          acts: <BulkActs />,
        }}
        total={{ count: leads.length, exact: true }}
        summary={
          <>
            预算合计 <b>¥1,326.5 万</b>（31 条已填）
          </>
        }
        footNote="1 超期，1 将到期，4 暂停"
        renderCard={(row) => <LeadCard lead={row} />}
      />
      {lead && open !== undefined && <LeadPeek lead={lead} index={open} onMove={setOpen} />}
    </Page>
  );
}
