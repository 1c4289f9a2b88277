import type { Module } from '../house/module.ts';
import { findRecords } from './find-records.ts';
import { remakeBatch } from './remake.ts';

/** Finding records by what people remember of them. */
export const search: Module = {
  name: 'search',
  routes: [findRecords],
  sweeps: [
    {
      name: 'search.remake',
      due: 'sweep.organizations',
      everySeconds: 3_600,
      run: async ({ orgId, services }) => (await remakeBatch(services, orgId)).more,
    },
  ],
};
