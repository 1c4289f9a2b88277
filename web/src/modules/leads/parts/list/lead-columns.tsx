import type { LeadRow } from '@dealtrail/protocol/leads';
import { useMemo } from 'react';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { Day, dayOf, Moment, Money } from '../../../../kit/formats/index.ts';
import { Level, StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import type { Column } from '../../../../kit/table/index.ts';
import { LevelCell, PurchaseDayCell } from './edit-cells.tsx';
import { intentBars, priorityRank } from '../../lead-views.ts';
import { type LeadWord, useCustomerTypeName, useLeadWords, useSourceName } from '../words.ts';

/** A lead's time limit as a chip; a dash where nothing runs. */
export function LeadClock({ lead }: { readonly lead: Pick<LeadRow, 'clock'> }) {
  return lead.clock ? <ClockChip clock={lead.clock} short /> : <span className="k-t3">—</span>;
}

/** Priority as P1 to P3; the first stands out. */
export function Priority({ of }: { readonly of: LeadRow['priority'] }) {
  const word = useLeadWords();
  return (
    <span className={of === 'high' ? '' : 'k-t3'} title={word(`leads.level.${of}`)}>
      P{priorityRank(of)}
    </span>
  );
}

/** Intent as bars and a word. */
export function Intent({ of }: { readonly of: LeadRow['intent'] }) {
  const word = useLeadWords();
  return <Level of={intentBars(of)} word={word(`leads.level.${of}`)} />;
}

const none = <span className="k-t3">—</span>;

interface ColumnWords {
  readonly word: LeadWord;
  readonly sourceName: (source: string | null) => string;
  readonly zone: string;
  readonly typeName: (type: string | null) => string;
}

/** What everybody needs to see: who, by when, how far, how hot, whom to call. */
function firstColumns({ word, sourceName, zone }: ColumnWords): readonly Column<LeadRow>[] {
  return [
    {
      key: 'title',
      title: word('leads.field.title'),
      width: 200,
      render: (lead) => lead.title,
      renderBeside: (lead) => (lead.complete ? null : <StateTag>{word('leads.incomplete')}</StateTag>),
    },
    { key: 'clock', title: word('leads.field.clock'), width: 160, render: (lead) => <LeadClock lead={lead} /> },
    { key: 'state', title: word('leads.field.state'), width: 92, render: (lead) => word(`leadState.${lead.state}`) },
    {
      key: 'intent',
      title: word('leads.field.intent'),
      width: 96,
      render: (lead) => (
        <LevelCell lead={lead} field="intent">
          <Intent of={lead.intent} />
        </LevelCell>
      ),
      sortBy: 'intentRank',
      groupOf: (lead) => `${word('leads.field.intent')} ${word(`leads.level.${lead.intent}`)}`,
    },
    {
      key: 'priority',
      title: word('leads.field.priority'),
      width: 76,
      render: (lead) => (
        <LevelCell lead={lead} field="priority">
          <Priority of={lead.priority} />
        </LevelCell>
      ),
      sortBy: 'priorityRank',
      groupOf: (lead) => `P${priorityRank(lead.priority)} ${word(`leads.level.${lead.priority}`)}`,
    },
    { key: 'contact', title: word('leads.field.contactName'), width: 92, render: (lead) => lead.contactName ?? none },
    { key: 'phone', title: word('leads.field.phone'), width: 126, render: (lead) => lead.phone ?? none },
    {
      key: 'source',
      title: word('leads.field.source'),
      width: 116,
      render: (lead) => <SourceCell lead={lead} name={sourceName(lead.source)} />,
    },
    quiet('owner', word('leads.field.owner'), 92, (lead) => lead.ownerName),
    {
      key: 'createdAt',
      title: word('leads.field.createdAt'),
      width: 140,
      render: (lead) => <Moment at={lead.createdAt} />,
      sortBy: 'createdAt',
      groupOf: (lead) => dayOf(lead.createdAt, zone),
    },
  ];
}

/** What some ask for; hidden until they do. */
function furtherColumns({ word, typeName }: ColumnWords): readonly Column<LeadRow>[] {
  const columns: readonly Column<LeadRow>[] = [
    {
      key: 'lastFollowUpAt',
      title: word('leads.field.lastFollowUpAt'),
      width: 140,
      render: (lead) => <Moment at={lead.lastFollowUpAt} />,
    },
    quiet('number', word('leads.field.number'), 156, (lead) => lead.number),
    quiet('industry', word('leads.field.industry'), 112, (lead) => lead.industry),
    quiet('region', word('leads.field.region'), 84, (lead) => lead.region),
    quiet('city', word('leads.field.city'), 92, (lead) => lead.city),
    quiet('customerType', word('leads.field.customerType'), 108, (lead) => typeName(lead.customerType)),
    {
      key: 'budget',
      title: word('leads.field.budget'),
      width: 108,
      end: true,
      render: (lead) => <Money minor={lead.budgetMinor} currency={lead.currency ?? 'CNY'} />,
    },
    {
      key: 'expectedPurchaseOn',
      title: word('leads.field.expectedPurchaseOn'),
      width: 116,
      render: (lead) => (
        <PurchaseDayCell lead={lead}>
          <Day day={lead.expectedPurchaseOn} />
        </PurchaseDayCell>
      ),
    },
    quiet('department', word('leads.field.department'), 108, (lead) => lead.departmentName),
  ];
  return columns.map((column) => ({ ...column, startsHidden: true }));
}

function quiet(key: string, title: string, width: number, of: (lead: LeadRow) => string | null): Column<LeadRow> {
  return { key, title, width, render: (lead) => <span className="k-t2">{of(lead) || '—'}</span> };
}

/** The columns of the lead list; people may hide all but the first. */
export function useLeadColumns(): readonly Column<LeadRow>[] {
  const word = useLeadWords();
  const sourceName = useSourceName();
  const typeName = useCustomerTypeName();
  const { zone } = useKit();
  return useMemo(() => {
    const words = { word, sourceName, typeName, zone };
    return [...firstColumns(words), ...furtherColumns(words)];
  }, [word, sourceName, typeName, zone]);
}

function SourceCell({ lead, name }: { readonly lead: LeadRow; readonly name: string }) {
  const word = useLeadWords();
  if (!name) return none;
  if (lead.sourceListed) return <span className="k-t2">{name}</span>;
  return (
    <span className="k-t2" title={word('leads.source.unlisted')}>
      {name}
      <span className="k-t3"> *</span>
    </span>
  );
}
