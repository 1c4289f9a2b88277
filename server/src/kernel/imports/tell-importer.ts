import type { Reaction } from '../house/module.ts';
import { notify } from '../notifications/index.ts';
import type { FinishedImport } from './claim-import.ts';

/** Reaction: whoever ordered an import hears how it ended, with its numbers, in the product and by mail. */
export const tellImporter: Reaction = {
  name: 'imports.tell_importer',
  on: ['imports.finished'],
  async run({ tx, event, services }) {
    const { memberId, state, fileName, ...counts } = event.data as unknown as FinishedImport;
    const { rows, created, merged, duplicates, rejected } = counts;
    const settled = created + merged + duplicates + rejected;
    const params = { file: fileName, rows, created, merged, duplicates, rejected, settled };
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [memberId],
      kind: 'imports.finished',
      recordId: event.recordId,
      recordKind: 'import',
      text: { key: `imports.notice.${state}`, params },
      mail: {
        kind: state === 'done' ? 'import_done' : 'import_failed',
        params: { ...params, link: `${services.config.publicUrl}/transfers/${event.recordId}` },
      },
    });
  },
};
