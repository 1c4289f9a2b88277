import { exportsProblems } from '@dealtrail/protocol/exports';
import { exportsEn, exportsZh } from '@dealtrail/protocol/exports/messages';
import type { Module } from '../house/module.ts';
import { listExportLimits, saveExportLimit } from './export-limits.ts';
import { getTransfer } from './get-transfer.ts';
import { listTransfers } from './list-transfers.ts';
import { cancelExport, exportOptions, startExport } from './order-export.ts';
import { downloadExport, getExport, recordExports } from './read-exports.ts';
import { runDueExport } from './run-export.ts';
import { sweepExpired } from './sweep-expired.ts';
import { tellOrderer } from './tell-orderer.ts';

/** Lists that leave as files; the chapters bring the kinds. */
export const exports: Module = {
  name: 'exports',
  routes: [
    exportOptions,
    startExport,
    getExport,
    cancelExport,
    downloadExport,
    listTransfers,
    getTransfer,
    recordExports,
    listExportLimits,
    saveExportLimit,
  ],
  problems: exportsProblems,
  messages: { zh: exportsZh, en: exportsEn },
  constraints: { exports_pk: 'already_exists', export_limits_pk: 'conflict' },
  reactions: [tellOrderer],
  notices: [{ kind: 'exports.finished', app: true, mail: false }],
  sweeps: [
    {
      name: 'exports.run',
      due: 'sweep.exports_due',
      everySeconds: 1,
      run: ({ orgId, services }) => runDueExport(services, orgId),
    },
    {
      name: 'exports.expire',
      due: 'sweep.exports_expired',
      everySeconds: 3_600,
      run: ({ orgId, services }) => sweepExpired(services, orgId),
    },
  ],
};
