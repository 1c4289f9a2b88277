import { bulkProblems } from '@dealtrail/protocol/bulk';
import { bulkEn, bulkZh } from '@dealtrail/protocol/bulk/messages';
import type { Module } from '../house/module.ts';
import { runDueBulk } from './run-due.ts';
import { getBulk, listBulks, undoBulk } from './undo-bulk.ts';

/** Acts on many records at once; the chapters bring the kinds and their routes. */
export const bulk: Module = {
  name: 'bulk',
  problems: bulkProblems,
  messages: { zh: bulkZh, en: bulkEn },
  routes: [listBulks, getBulk, undoBulk],
  sweeps: [
    {
      name: 'bulk.run',
      due: 'sweep.bulk_due',
      everySeconds: 1,
      run: ({ orgId, services }) => runDueBulk(services, orgId),
    },
  ],
};
