import * as protocol from '@dealtrail/protocol/insights';
import type { Filter } from '@dealtrail/protocol/kernel';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { sourceMapOf, sourceName, sourcesQuery } from '../../leads/index.ts';
import { createdIn, drillOf, holds, isConverted } from '../rules/drill.ts';
import { monthsOf, type Period, periodOf } from '../rules/period.ts';
import { cohortAge, conversionRates, type GroupRate, perMille } from '../rules/rates.ts';
import { type ConversionKey, type ConversionRow, cohortQuery, conversionQuery } from '../store/conversion-query.ts';

const fieldOf: Record<ConversionKey, string> = {
  source: 'source',
  lastSource: 'lastSource',
  owner: 'ownerId',
  industry: 'industry',
};

const percent = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10);

function present(
  rate: GroupRate,
  name: string,
  signedMinor: number,
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
    signedMinor,
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

/** Conversion of the leads created in a period by source, representative or industry (R36–R38). */
export const leadConversion = handleRead(protocol.leadConversion, async (context) => {
  const { actor, read, input, time, services } = context;
  const day = time.today(actor.organization.zone);
  const period = periodOf(input, day);
  if (period.from > period.to) throw problem('period_reversed');
  const created = createdIn(period);
  const [rows, months, [known]] = await read.all([
    conversionQuery(context, drillOf(created), input.by),
    cohortQuery(context, drillOf(created)),
    sourcesQuery(actor.orgId),
  ]);
  const sources = sourceMapOf(known ?? { own: null, mapped: null });
  const { zh } = services.registry.messages;
  const nameOf = ({ key, ownerName }: ConversionRow): string => {
    if (key === null) return zh[input.by === 'owner' ? 'insights.group.unowned' : 'insights.group.none'] ?? '';
    if (input.by === 'owner') return ownerName ?? '';
    return input.by === 'industry' ? key : sourceName(sources, key);
  };
  const { groups, total } = conversionRates(rows);
  return {
    by: input.by,
    ...period,
    groups: groups.map((rate, i) => {
      const row = rows[i] as ConversionRow;
      return present(rate, nameOf(row), row.signedMinor, [created, holds(fieldOf[input.by], rate.key)]);
    }),
    total: present(
      total,
      zh['insights.group.total'] ?? '',
      rows.reduce((sum, row) => sum + row.signedMinor, 0),
      [created],
    ),
    cohorts: presentCohorts(months, period, total.medianCycleDays, day),
  };
});
