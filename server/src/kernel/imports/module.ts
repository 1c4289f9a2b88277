import { importsProblems } from '@dealtrail/protocol/imports';
import { importsEn, importsZh } from '@dealtrail/protocol/imports/messages';
import type { Module } from '../house/module.ts';
import { cancelImport, forgetMapping, getImport, importErrors, pauseImport, resumeImport } from './import-verbs.ts';
import { runDueImport } from './run-import.ts';
import { tellImporter } from './tell-importer.ts';

/** Files that bring records in; the chapters bring the kinds and the way in. */
export const imports: Module = {
  name: 'imports',
  routes: [getImport, pauseImport, resumeImport, cancelImport, importErrors, forgetMapping],
  problems: importsProblems,
  messages: { zh: importsZh, en: importsEn },
  constraints: { imports_pk: 'already_exists', import_mappings_header_key: 'conflict' },
  notices: [{ kind: 'imports.finished', app: true, mail: true }],
  reactions: [tellImporter],
  sweeps: [
    {
      name: 'imports.run',
      due: 'sweep.imports_due',
      everySeconds: 1,
      run: ({ orgId, services }) => runDueImport(services, orgId),
    },
  ],
};
