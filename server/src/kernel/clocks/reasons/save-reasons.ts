import * as protocol from '@dealtrail/protocol/clocks';
import type { ClockReasonList, ReasonKind } from '@dealtrail/protocol/clocks';
import type { Tx } from '../../db/index.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { clockReasonsTable } from '../tables.ts';
import { findReasons } from './find-reasons.ts';
import { judgeReasons, type KeptReason, type ReasonBreach, reasonsHere } from './reason-list.ts';

const said: Readonly<Record<ReasonBreach['code'], string>> = {
  reason_unknown: '没有这个原因，请刷新后再试',
  reason_twice: '同一个原因出现了两次',
  reason_missing: '已有的原因不能删除，可以停用',
  reason_needed: '这个原因要保持启用',
  name_needed: '请填写名称',
  name_taken: '已经有同名的原因',
};

/** The reasons for lateness and for pauses. */
export const listReasons = handleRead(protocol.listClockReasons, async ({ read }) => ({
  items: await findReasons(read),
}));

async function listOf(tx: Tx, kind: ReasonKind): Promise<ClockReasonList> {
  const lists = await findReasons(tx);
  return lists.find((list) => list.kind === kind) as ClockReasonList;
}

/** Sets the reasons of one kind: their order, their names, which are offered; new ones get a key. */
export const saveReasons = handle(protocol.saveClockReasons, async ({ tx, input, time }) => {
  const { kind } = input;
  const row = await tx.lock(clockReasonsTable, { kind });
  if ((row?.version ?? 0) !== input.version) throw problem('stale_version', { current: await listOf(tx, kind) });
  const breaches = judgeReasons(kind, reasonsHere(kind, row?.reasons ?? []), input.reasons);
  if (breaches.length > 0)
    throw problem('clock_reasons_invalid', {
      fields: breaches.map(({ path, code }) => ({ path, code, message: said[code] })),
    });
  const reasons: KeptReason[] = input.reasons.map(({ key, name, active }) => ({
    key: key ?? `own_${time.newId().replaceAll('-', '')}`,
    name,
    active,
  }));
  if (row) await tx.update(clockReasonsTable, row, { reasons });
  else await tx.insert(clockReasonsTable, [{ kind, reasons, version: 1 }]);
  return listOf(tx, kind);
});
