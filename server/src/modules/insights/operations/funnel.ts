import * as protocol from '@dealtrail/protocol/insights';
import type { Answer, Filter } from '@dealtrail/protocol/kernel';
import { handleRead } from '../../../kernel/http/handle.ts';
import { currentProcessQuery, standardProcess, sumsByStage, sumsOfStage } from '../../opportunities/index.ts';
import { createdIn, drillOf, holds, isContacted, isConverted, isQualified } from '../rules/drill.ts';
import { pipelineOf } from '../rules/pipeline.ts';
import { perMille } from '../rules/rates.ts';
import { countsByReason, countsByState, leadCount, leadsByInvalidReason } from '../store/count-queries.ts';
import { type Asked, askedPeriod } from './asked-period.ts';

const states = { won: 'won', awaitingSigning: 'won_awaiting_signing', lost: 'lost', invalid: 'invalid' } as const;

const isIn = (state: string): Filter => ({ field: 'state', op: 'eq', value: state });

const percent = (count: number, of: number): number | null => {
  const tenths = perMille(count, of);
  return tenths === undefined ? null : tenths / 10;
};

/** The steps of a lead, each a part of the one before, with the filter that opens it. */
const stepsOf = (created: Filter) =>
  [
    { key: 'taken_in', drill: drillOf(created) },
    { key: 'contacted', drill: drillOf(created, isContacted) },
    { key: 'qualified', drill: drillOf(created, isQualified) },
    { key: 'converted', drill: drillOf(created, isConverted) },
  ] as const;

/** How the leads of a period moved, the open pipeline by stage, and how the deals closed in the period ended. */
export async function funnelOf(context: Asked<typeof protocol.funnel>): Promise<Answer<typeof protocol.funnel>> {
  const { actor, read, input, time } = context;
  const period = askedPeriod(input, time.today(actor.organization.zone));
  const created = createdIn(period);
  const steps = stepsOf(created);
  const invalid = [created, isIn('invalid')];
  const open = [isIn('open')];
  const closed: Filter = { field: 'closedAt', op: 'between', value: [period.from, period.to] };
  const lost = [isIn('lost'), closed];
  const [[kept], sums, ended, reasons, faults, ...counts] = await read.all([
    currentProcessQuery(actor.orgId),
    sumsByStage(context, drillOf(...open)),
    countsByState(context, drillOf(closed)),
    countsByReason(context, drillOf(...lost)),
    leadsByInvalidReason(context, drillOf(...invalid)),
    ...steps.map(({ drill }) => leadCount(context, drill)),
  ]);
  const reached = counts.map(([row]) => row?.count ?? 0);
  const endedAs = (state: string): number => ended.find((row) => row.state === state)?.count ?? 0;
  const drillInto = (state: string): string => drillOf(isIn(state), closed);
  return {
    ...period,
    steps: steps.map(({ key, drill }, i) => ({
      key,
      count: reached[i] ?? 0,
      shareOfFirst: percent(reached[i] ?? 0, reached[0] ?? 0),
      drill,
      list: 'leads' as const,
    })),
    open: pipelineOf((kept?.definition ?? standardProcess).stages, {
      found: sums.map(({ stageKey }) => stageKey),
      sumsOf: (stageKey) => sumsOfStage(stageKey, sums, actor.organization.currency),
      choice: open,
    }),
    closed: {
      won: endedAs(states.won),
      awaitingSigning: endedAs(states.awaitingSigning),
      lost: endedAs(states.lost),
      invalid: endedAs(states.invalid),
      winRate: percent(endedAs(states.won), endedAs(states.won) + endedAs(states.lost)),
      drills: {
        won: drillInto(states.won),
        awaitingSigning: drillInto(states.awaitingSigning),
        lost: drillInto(states.lost),
        invalid: drillInto(states.invalid),
      },
    },
    lostReasons: reasons.map(({ reason, cut, count }) => ({
      reason: cut ? `${reason}…` : reason,
      count,
      drill: drillOf(...lost, reasonIs(reason, cut)),
    })),
    invalidReasons: faults.map(({ reason, count }) => ({
      reason,
      count,
      drill: drillOf(...invalid, holds('invalidReason', reason)),
    })),
  };
}

/** The same as a verb of the reader. */
export const funnel = handleRead(protocol.funnel, funnelOf);

const reasonIs = (reason: string | null, cut: boolean): Filter => {
  if (reason === null) return { field: 'closeReason', op: 'isEmpty', value: true };
  return { field: 'closeReason', op: cut ? 'startsWith' : 'eq', value: reason };
};
