import * as protocol from '@dealtrail/protocol/leads';
import { type Actor, may } from '../../../../kernel/access/index.ts';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { listQuery } from '../../../../kernel/lists/index.ts';
import { sql } from 'kysely';
import { hideContacts } from '../../rules/pools/hide-contacts.ts';
import { type ListedPoolLead, poolList } from '../../store/pools/pool-list.ts';
import { poolsInSight, sightQueries } from './pools-in-sight.ts';

/** Which pools one sees is told by their members, whatever the scope of the permission: nobody owns what lies there. */
const inPools = (actor: Actor): Actor => ({
  ...actor,
  permissions: new Map([...actor.permissions, ['leads.claim', 'all']]),
});

/** Looks only into what the list shows: the words of a head would find people by their names. */
function told(q: string | undefined) {
  if (!q) return sql<boolean>`true`;
  const texts = ['company_name', 'industry', 'region', 'province', 'city'].map((name) => sql.raw(`l.${name}`));
  const word = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(${sql.join(
    texts.map((text) => sql`${text} ilike ${word}`),
    sql` or `,
  )})`;
}

const hidden = (text: string | null): string | null => text && hideContacts(text);

function present(lead: ListedPoolLead, claim: boolean, assign: boolean): protocol.PoolLead {
  const { companyName, need, source, ...facts } = lead;
  return {
    ...facts,
    companyName: hidden(companyName),
    need: hidden(need),
    source: hidden(source),
    abilities: { claim, assign },
  };
}

/** Leads of one pool for its members: company, place, industry and need; no contact data. */
export const listPoolLeads = handleRead(protocol.listPoolLeads, async (context) => {
  const { actor, read, input } = context;
  const { id, q, ...asked } = input;
  const [pools, departments] = await read.all(sightQueries(actor.orgId));
  const found = poolsInSight(actor, pools, departments).find(({ pool }) => pool.id === id);
  if (!found) throw problem('not_found');
  const here = sql<boolean>`l.pool_id = ${id}::uuid and ${told(q)}`;
  const page = await listQuery({ ...context, actor: inPools(actor) }, poolList, asked, here);
  const assign = may(actor, 'leads.assign');
  return { ...page, items: page.items.map((lead) => present(lead, found.mayClaim, assign)) };
});
