import type { Reaction } from '../house/module.ts';
import { notify } from '../notifications/index.ts';
import type { FinishedExport } from './claim-export.ts';

/** Whoever waits so long has gone on to something else. */
const WORTH_A_MESSAGE_MS = 15_000;

/** Reaction: whoever ordered an export that took its time, or failed, hears of its end. */
export const tellOrderer: Reaction = {
  name: 'exports.tell_orderer',
  on: ['exports.finished'],
  async run({ tx, event, services }) {
    const { memberId, state, fileName, rows, createdAt, expiresAt } = event.data as unknown as FinishedExport;
    const took = new Date(event.at).getTime() - new Date(createdAt).getTime();
    if (state === 'done' && took < WORTH_A_MESSAGE_MS) return;
    const link = `${services.config.publicUrl}/transfers/${event.recordId}`;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [memberId],
      kind: 'exports.finished',
      recordId: event.recordId,
      recordKind: 'export',
      text: { key: `exports.notice.${state}`, params: { file: fileName, rows } },
      ...(state === 'done'
        ? { mail: { kind: 'export_done', params: { file: fileName, rows, expiresAt: expiresAt ?? '', link } } }
        : {}),
    });
  },
};
