import { verifyAudit } from '../kernel/audit/index.ts';
import { remakeAll } from '../kernel/search/remake.ts';
import type { Command } from './command.ts';
import { organizationIds } from './find-account.ts';

/** Makes search words and match keys anew where their rules have changed, in every organisation. */
export const reindexAll: Command = {
  usage: 'reindex-search',
  options: {},
  async run({ services, console }) {
    const ids = await organizationIds(services);
    let records = 0;
    for (const orgId of ids) {
      records += await remakeAll(services, orgId);
      console.err(`${records} records`);
    }
    return { result: { organizations: ids.length, records } };
  },
};

/** Checks the history of every organisation against its seals; a broken one makes the exit code 1. */
export const verifyHistory: Command = {
  usage: 'verify-audit',
  options: {},
  async run({ services, console }) {
    const organizations = [];
    for (const organizationId of await organizationIds(services)) {
      const verdict = await verifyAudit(services.database, organizationId);
      if (verdict.firstBroken)
        console.err(`The history of ${organizationId} is broken at seal ${verdict.firstBroken.seq}.`);
      organizations.push({ organizationId, ...verdict });
    }
    const sound = organizations.every((organization) => !organization.firstBroken);
    return { result: { sound, organizations }, failed: !sound };
  },
};
