import * as protocol from '@dealtrail/protocol/opportunities';
import { sql } from 'kysely';
import { type Actor, reaches } from '../../../kernel/access/index.ts';
import { cancelClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { cancelOpenTasks } from '../../activities/index.ts';
import { countSigning } from '../../customers/index.ts';
import { markConverted } from '../../leads/index.ts';
import { type ClosingVerdict, invalidReasonOf, judgeClosing } from '../rules/closing.ts';
import { endStay, insertEvidence, lockForChange, saveOpportunity } from '../store/opportunity-store.ts';
import { showOpportunity } from '../store/opportunity-view.ts';
import { processOf } from '../store/process-store.ts';

/** The signing of a won deal: what makes it count as converted. */
interface Signing {
  readonly signedOn: string;
  readonly contractNo: string;
  readonly amountMinor: number;
}

/** Writes the signing wherever it is asked for: evidence, customer and lead. 已转化 follows from here and from nowhere else. */
async function writeSigning(tx: Tx, opportunity: RowOf<'opportunities'>, signing: Signing): Promise<void> {
  await insertEvidence(tx, opportunity.id, 'signing', { ...signing });
  await countSigning(tx, opportunity.customerId);
  const { currency } = opportunity;
  if (opportunity.leadId) await markConverted(tx, opportunity.leadId, { ...signing, currency });
}

function refuse(verdict: ClosingVerdict & { ok: false }): never {
  throw problem(verdict.problem, {
    fields: verdict.missing.map((field) => ({ path: field, code: 'required', message: field })),
    params: { why: verdict.why },
  });
}

async function judge(
  tx: Tx,
  actor: Actor,
  opportunity: RowOf<'opportunities'>,
  input: Parameters<typeof judgeClosing>[0],
  today: string,
) {
  const files = await tx.maybe(sql<{ id: string }>`
    select id from seen.attachments where org_id = ${tx.orgId}::uuid and record_id = ${opportunity.id}::uuid limit 1`);
  const verdict = judgeClosing(input, {
    process: await processOf(tx, opportunity),
    stageKey: opportunity.stageKey,
    today,
    mayConfirmInvalid: reaches(actor, 'opportunities.confirmInvalid', opportunity),
    hasCustomerFile: files !== undefined,
  });
  if (!verdict.ok) refuse(verdict);
  return verdict;
}

/** Sentence of the closing in the history; the two reasons for 无效 have words of their own. */
function eventKey(state: string, reason: string | null | undefined): string {
  const key = `opportunities.event.closed.${state}`;
  return state === 'invalid' ? `${key}.${invalidReasonOf(reason) ?? 'wrong_information'}` : key;
}

/** Closes as won (with the signing, else 赢单（待签约)), lost (reason and competitor) or invalid. */
export const closeOpportunity = handle(protocol.closeOpportunity, async ({ actor, tx, input, time }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.close', input.version);
  if (opportunity.state !== 'open') throw problem('opportunity_closed');
  const verdict = await judge(tx, actor, opportunity, input, time.today(actor.organization.zone));
  const signed = verdict.state === 'won';
  const closed = await saveOpportunity(tx, opportunity, {
    state: verdict.state,
    closedAt: time.now(),
    closeReason: input.reason ?? null,
    closeNote: input.note ?? null,
    competitor: input.competitor ?? opportunity.competitor,
    ...(signed
      ? {
          signedOn: input.signedOn ?? null,
          contractNo: input.contractNo ?? null,
          signedMinor: input.amountMinor ?? null,
        }
      : {}),
    ...(signed && input.currency ? { currency: input.currency } : {}),
    weightedMinor: 0,
  });
  await endStay(tx, closed.id);
  await cancelClocks(tx, closed.id);
  await cancelOpenTasks(tx, closed.id);
  if (signed)
    await writeSigning(tx, closed, {
      signedOn: input.signedOn ?? '',
      contractNo: input.contractNo ?? '',
      amountMinor: input.amountMinor ?? 0,
    });
  tx.publish({
    type: 'opportunities.closed',
    recordId: closed.id,
    recordVersion: closed.version,
    data: { state: verdict.state },
    text: {
      key: eventKey(verdict.state, input.reason),
      params: {
        by: actor.name,
        reason: input.reason ?? '',
        competitor: input.competitor ?? '',
        contractNo: input.contractNo ?? '',
      },
    },
  });
  return showOpportunity(tx, actor, closed.id, time);
});

/** Gives a deal that was won by word its signing; from here it counts as converted. */
export const recordSigning = handle(protocol.recordSigning, async ({ actor, tx, input, time }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.close');
  if (opportunity.state !== 'won_awaiting_signing') throw problem('not_awaiting_signing');
  await judge(tx, actor, opportunity, { ...input, outcome: 'won' }, time.today(actor.organization.zone));
  const signed = await saveOpportunity(tx, opportunity, {
    state: 'won',
    signedOn: input.signedOn,
    contractNo: input.contractNo,
    signedMinor: input.amountMinor,
    ...(input.currency ? { currency: input.currency } : {}),
  });
  await writeSigning(tx, signed, input);
  tx.publish({
    type: 'opportunities.signed',
    recordId: signed.id,
    recordVersion: signed.version,
    text: { key: 'opportunities.event.signed', params: { by: actor.name, contractNo: input.contractNo } },
  });
  return showOpportunity(tx, actor, signed.id, time);
});
