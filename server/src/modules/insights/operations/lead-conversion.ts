import * as protocol from '@dealtrail/protocol/insights';
import type { Answer, Filter } from '@dealtrail/protocol/kernel';
import { handleRead } from '../../../kernel/http/handle.ts';
import { campaignsQuery } from '../../campaigns/index.ts';
import { homeFirst } from '../../opportunities/index.ts';
import { sourceMapOf, sourceName, sourcesQuery } from '../../leads/index.ts';
import { createdIn, drillOf, holds, isConverted } from '../rules/drill.ts';
import { monthsOf, type Period } from '../rules/period.ts';
import { cohortAge, conversionRates, type GroupRate, perMille } from '../rules/rates.ts';
import {
  type ConversionKey,
  type ConversionRow,
  cohortQuery,
  conversionQuery,
  type SignedRow,
  signedQuery,
} from '../store/conversion-query.ts';
import { type Asked, askedPeriod } from './asked-period.ts';

const fieldOf: Record<ConversionKey, string> = {
  source: 'source',
  lastSource: 'lastSource',
  campaign: 'campaign',
  referrer: 'referrer',
  region: 'region',
  owner: 'ownerId',
  industry: 'industry',
};

/** The leads of one group: a campaign that is known is asked by its id, one that is only told by its text. */
function inGroup(by: ConversionKey, key: string | null, campaigns: ReadonlyMap<string, string>): Filter[] {
  if (by !== 'campaign' || key === null) return [holds(fieldOf[by], key)];
  return campaigns.has(key) ? [holds('campaignId', key)] : [holds('campaign', key), holds('campaignId', null)];
}

const percent = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10);

function present(
  rate: GroupRate,
  name: string,
  signed: readonly Omit<SignedRow, 'key'>[],
  choice: readonly Filter[],
): protocol.ConversionGroup {
  return {
    key: rate.key,
    name,
    leads: rate.leads,
    invalid: rate.invalid,
    converted: rate.converted,
    rate: percent(rate.ratePerMille),
    rateWithoutInvalid: percent(rate.rateWithoutInvalidPerMille),
    medianCycleDays: rate.medianCycleDays ?? null,
    quartileDays: rate.quartileDays ? [...rate.quartileDays] : null,
    signed: signed.map(({ currency, signedMinor }) => ({
      currency,
      signedMinor,
      drill: drillOf(...choice, holds('signedCurrency', currency)),
    })),
    drill: drillOf(...choice),
    drillConverted: drillOf(...choice, isConverted),
  };
}

function presentCohorts(
  rows: readonly { month: string; leads: number; converted: number }[],
  period: Period,
  medianCycleDays: number | undefined,
  today: string,
): protocol.ConversionCohort[] {
  return monthsOf(period).map(({ month, from, to }) => {
    const { leads, converted } = rows.find((row) => row.month === month) ?? { leads: 0, converted: 0 };
    const { young, why } = cohortAge(to, today, medianCycleDays);
    const choice = createdIn({ from, to });
    return {
      month,
      from,
      to,
      leads,
      converted,
      rate: percent(perMille(converted, leads)),
      young,
      why: [...why],
      drill: drillOf(choice),
      drillConverted: drillOf(choice, isConverted),
    };
  });
}

/** What all groups were signed for, one sum a currency. */
function totalOf(contracts: readonly SignedRow[], home: string): Omit<SignedRow, 'key'>[] {
  const byCurrency = Map.groupBy(contracts, ({ currency }) => currency);
  const sums = [...byCurrency].map(([currency, rows]) => ({
    currency,
    signedMinor: rows.reduce((sum, { signedMinor }) => sum + signedMinor, 0),
  }));
  return homeFirst(sums, home);
}

/** Conversion of the leads created in a period by source, campaign, region, industry or representative (R36–R38). */
export async function conversionOf(
  context: Asked<typeof protocol.leadConversion>,
): Promise<Answer<typeof protocol.leadConversion>> {
  const { actor, read, input, time, services } = context;
  const day = time.today(actor.organization.zone);
  const period = askedPeriod(input, day);
  const created = createdIn(period);
  const [rows, months, [known], contracts, registered] = await read.all([
    conversionQuery(context, drillOf(created), input.by),
    cohortQuery(context, drillOf(created)),
    sourcesQuery(actor.orgId),
    signedQuery(context, drillOf(created), input.by),
    campaignsQuery(actor.orgId),
  ]);
  const campaigns = new Map(registered.map(({ id, name }) => [id, name]));
  const sources = sourceMapOf(known ?? { own: null, mapped: null });
  const home = actor.organization.currency;
  const signedOf = (key: string | null) =>
    homeFirst(
      contracts.filter((row) => row.key === key),
      home,
    );
  const { zh } = services.registry.messages;
  const nameOf = ({ key, ownerName }: ConversionRow): string => {
    if (key === null) return zh[input.by === 'owner' ? 'insights.group.unowned' : 'insights.group.none'] ?? '';
    if (input.by === 'owner') return ownerName ?? '';
    if (input.by === 'campaign') return campaigns.get(key) ?? key;
    return input.by === 'source' || input.by === 'lastSource' ? sourceName(sources, key) : key;
  };
  const { groups, total } = conversionRates(rows);
  return {
    by: input.by,
    ...period,
    groups: groups.map((rate, i) => {
      const row = rows[i] as ConversionRow;
      return present(rate, nameOf(row), signedOf(rate.key), [created, ...inGroup(input.by, rate.key, campaigns)]);
    }),
    total: present(total, zh['insights.group.total'] ?? '', totalOf(contracts, home), [created]),
    cohorts: presentCohorts(months, period, total.medianCycleDays, day),
  };
}

/** The same as a verb of the reader. */
export const leadConversion = handleRead(protocol.leadConversion, conversionOf);
