import type { Module } from '../house/module.ts';
import { findRecords } from './find-records.ts';
import { reindexSearch } from './reindex.ts';

/** Finding records by what people remember of them. */
export const search: Module = {
  name: 'search',
  routes: [findRecords],
  sweeps: [
    {
      name: 'search.reindex',
      due: 'sweep.organizations',
      everySeconds: 86_400,
      run: async ({ orgId, services }) => {
        await reindexSearch(services, orgId);
        return false;
      },
    },
  ],
};
