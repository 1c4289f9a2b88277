import type { funnel, leadConversion, pace } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';

type Conversion = Answer<typeof leadConversion>;
type Pace = Answer<typeof pace>;
type Funnel = Answer<typeof funnel>;
type Cell = string | number;

/** The words of one language. */
export type Say = (key: string) => string;

/** Figures as a sheet shows them; what is not told because there is too little of it is an empty cell. */
export interface FigureTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const told = (value: number | null | undefined): Cell => value ?? '';
const units = (minor: number | undefined): Cell => (minor === undefined ? '' : minor / 100);

const currenciesOf = (sums: readonly { readonly currency: string }[]): string[] => [
  ...new Set(sums.map(({ currency }) => currency)),
];

/** Conversion of each group and of all together; amounts of each currency in a column of their own. */
export function conversionTable(
  { by, groups, total }: Pick<Conversion, 'by' | 'groups' | 'total'>,
  say: Say,
): FigureTable {
  const currencies = currenciesOf(total.signed);
  const nameOf = (group: Conversion['total']) =>
    group.key === null ? say(`insights.group.${by === 'owner' ? 'unowned' : 'none'}`) : group.name;
  const row = (name: string, group: Conversion['total']): Cell[] => [
    name,
    group.leads,
    group.invalid,
    group.converted,
    told(group.rate),
    told(group.rateWithoutInvalid),
    told(group.medianCycleDays),
    told(group.quartileDays?.[0]),
    told(group.quartileDays?.[1]),
    ...currencies.map((currency) => units(group.signed.find((sum) => sum.currency === currency)?.signedMinor)),
  ];
  const counts = ['leads', 'invalid', 'converted', 'rate', 'validRate', 'median', 'lower', 'upper'];
  return {
    headings: [
      say(`insights.table.by.${by}`),
      ...counts.map((key) => say(`insights.table.${key}`)),
      ...currencies.map((currency) => `${say('insights.table.signed')} ${currency}`),
    ],
    rows: [...groups.map((group) => row(nameOf(group), group)), row(say('insights.group.total'), total)],
  };
}

/** Conversion by the month leads were created in; a month too young to compare says so. */
export function cohortTable({ cohorts }: Pick<Conversion, 'cohorts'>, say: Say): FigureTable {
  const keys = ['month', 'from', 'to', 'leads', 'converted', 'rate', 'young'];
  return {
    headings: keys.map((key) => say(`insights.table.${key}`)),
    rows: cohorts.map(({ month, from, to, leads, converted, rate, young }) => [
      month,
      from,
      to,
      leads,
      converted,
      told(rate),
      young ? say('insights.table.yes') : '',
    ]),
  };
}

/** How soon leads were touched first, or how far apart their contacts lay, against what was signed. */
export function paceTable(groups: Pace['firstTouch'], of: 'touch' | 'gap', say: Say): FigureTable {
  return {
    headings: [of, 'leads', 'converted', 'rate'].map((key) => say(`insights.table.${key}`)),
    rows: groups.map(({ key, leads, converted, rate }) => [
      say(`insights.table.${of}.${key}`),
      leads,
      converted,
      told(rate),
    ]),
  };
}

/** The steps of the leads of a period. */
export function stepTable({ steps }: Pick<Funnel, 'steps'>, say: Say): FigureTable {
  return {
    headings: ['step', 'leads', 'share'].map((key) => say(`insights.table.${key}`)),
    rows: steps.map(({ key, count, shareOfFirst }) => [say(`insights.table.step.${key}`), count, told(shareOfFirst)]),
  };
}

/** Open opportunities by stage, amounts of each currency in columns of their own. */
export function pipelineTable({ open }: Pick<Funnel, 'open'>, locale: 'zh' | 'en', say: Say): FigureTable {
  const currencies = currenciesOf(open.flatMap(({ sums }) => sums));
  return {
    headings: [
      say('insights.table.stage'),
      say('insights.table.count'),
      ...currencies.flatMap((currency) => [
        `${say('insights.table.amount')} ${currency}`,
        `${say('insights.table.weighted')} ${currency}`,
      ]),
    ],
    rows: open.map(({ name, count, sums }) => [
      name[locale],
      count,
      ...currencies.flatMap((currency) => {
        const sum = sums.find((one) => one.currency === currency);
        return [units(sum?.amountMinor), units(sum?.weightedMinor)];
      }),
    ]),
  };
}

/** How the deals closed in the period ended; the win rate stands beside the won ones. */
export function endingTable({ closed }: Pick<Funnel, 'closed'>, say: Say): FigureTable {
  const ends = ['won', 'awaitingSigning', 'lost', 'invalid'] as const;
  return {
    headings: ['end', 'count', 'winRate'].map((key) => say(`insights.table.${key}`)),
    rows: ends.map((end) => [say(`insights.table.end.${end}`), closed[end], end === 'won' ? told(closed.winRate) : '']),
  };
}

/** Reasons with how often they were given. */
export function reasonTable(
  reasons: readonly { readonly reason: string | null; readonly count: number }[],
  nameOf: (reason: string) => string,
  say: Say,
): FigureTable {
  return {
    headings: ['reason', 'count'].map((key) => say(`insights.table.${key}`)),
    rows: reasons.map(({ reason, count }) => [
      reason === null ? say('insights.table.reason.none') : nameOf(reason),
      count,
    ]),
  };
}
