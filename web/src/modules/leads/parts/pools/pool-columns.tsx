import type { PoolLead } from '@dealtrail/protocol/leads';
import { useMemo } from 'react';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { dayOf, joined, Moment, Money } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import type { Column } from '../../../../kit/table/index.ts';
import { ClaimButton } from '../../actions/pools/claim-button.tsx';
import { priorityRank } from '../../lead-views.ts';
import { Intent, Priority } from '../list/lead-columns.tsx';
import { useLeadWords, useSourceName } from '../words.ts';
import { usePoolLeadName } from './pool-name.ts';

const quiet = (text: string | null) => <span className="k-t2">{text || '—'}</span>;

/** Where a lead is, in one line. */
export function placeOf({ region, province, city }: Pick<PoolLead, 'region' | 'province' | 'city'>): string {
  return [...new Set([region, province, city].filter((part) => part !== null))].join(' ');
}

/** Why a lead lies in the pool, in one line. */
export function useWhyHere(): (lead: Pick<PoolLead, 'why'>) => string {
  const say = useSay();
  const { language } = useKit();
  return ({ why }) => joined(why.map(say), 'clauses', language);
}

/** The columns of a pool: what the lead is about, why it is there, and the way to have it. */
export function usePoolColumns(mayClaim: boolean): readonly Column<PoolLead>[] {
  const word = useLeadWords();
  const sourceName = useSourceName();
  const nameOf = usePoolLeadName();
  const whyHere = useWhyHere();
  const { zone } = useKit();
  return useMemo(() => {
    const claiming: Column<PoolLead> = {
      key: 'claim',
      title: word('pools.claim'),
      width: 80,
      render: (lead) => <ClaimButton lead={lead} small />,
    };
    return [
      { key: 'name', title: word('leads.field.companyName'), width: 224, render: nameOf },
      ...(mayClaim ? [claiming] : []),
      { key: 'need', title: word('leads.field.need'), width: 196, render: ({ need }) => quiet(need) },
      { key: 'industry', title: word('leads.field.industry'), width: 92, render: ({ industry }) => quiet(industry) },
      { key: 'place', title: word('leads.field.place'), width: 128, render: (lead) => quiet(placeOf(lead)) },
      {
        key: 'intent',
        title: word('leads.field.intent'),
        width: 92,
        render: ({ intent }) => <Intent of={intent} />,
        sortBy: 'intentRank',
        groupOf: ({ intent }) => word(`leads.level.${intent}`),
      },
      {
        key: 'priority',
        title: word('leads.field.priority'),
        width: 68,
        render: ({ priority }) => <Priority of={priority} />,
        sortBy: 'priorityRank',
        groupOf: ({ priority }) => `P${priorityRank(priority)}`,
      },
      {
        key: 'source',
        title: word('leads.field.source'),
        width: 88,
        render: ({ source }) => quiet(sourceName(source)),
      },
      { key: 'why', title: word('pools.why'), width: 180, render: (lead) => quiet(whyHere(lead)) },
      {
        key: 'pooledAt',
        title: word('pools.pooledAt'),
        width: 120,
        render: ({ pooledAt }) => <Moment at={pooledAt} />,
        sortBy: 'pooledAt',
        groupOf: ({ pooledAt }) => dayOf(pooledAt, zone),
      },
      {
        key: 'budget',
        title: word('leads.field.budget'),
        width: 104,
        end: true,
        render: ({ budgetMinor, currency }) => <Money minor={budgetMinor} currency={currency} />,
      },
    ];
  }, [word, sourceName, nameOf, whyHere, zone, mayClaim]);
}
