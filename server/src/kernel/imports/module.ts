import { importsProblems } from '@dealtrail/protocol/imports';
import { importsEn, importsZh } from '@dealtrail/protocol/imports/messages';
import type { Module } from '../house/module.ts';
import { runDueImport } from './run-import.ts';

/** Files that bring records in; the chapters bring the kinds and their routes. */
export const imports: Module = {
  name: 'imports',
  routes: [],
  problems: importsProblems,
  messages: { zh: importsZh, en: importsEn },
  sweeps: [
    {
      name: 'imports.run',
      due: 'sweep.imports_due',
      everySeconds: 1,
      run: ({ orgId, services }) => runDueImport(services, orgId),
    },
  ],
};
