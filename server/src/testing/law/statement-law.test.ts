import { describe, expect, test } from 'vitest';
import { breachesOf } from './statement-law.ts';

const lawful: [string, string][] = [
  ['a table bound by a parameter', 'select l.id from seen.leads l where l.org_id = $1'],
  ['a bare column of the only table', 'select id from seen.leads where org_id = $1 and id = any($2)'],
  ['the organisation by its own id', 'select name from seen.organizations where id = $1'],
  [
    'a join that repeats it',
    'select 1 from seen.leads l join seen.members m on m.org_id = l.org_id and m.id = l.owner_id where l.org_id = $1',
  ],
  [
    'a join by row',
    'select 1 from seen.leads l join seen.members m on (m.org_id, m.id) = (l.org_id, l.owner_id) where l.org_id = $1',
  ],
  ['a join using it', 'select 1 from seen.leads l join seen.records r using (org_id, id) where l.org_id = $1'],
  [
    'a lateral look',
    'select 1 from seen.leads l left join lateral (select min(k.due_at) from seen.clocks k where k.org_id = l.org_id) d on true where l.org_id = $1',
  ],
  [
    'a subquery bound by what stands around it',
    'select (select count(*) from seen.tasks t where t.org_id = l.org_id) from seen.leads l where l.org_id = $1',
  ],
  [
    'names of WITH',
    'with mine as (select org_id, id from seen.leads where org_id = $1) select 1 from mine m join seen.clocks k on k.org_id = m.org_id and k.record_id = m.id',
  ],
  [
    'both halves of a union',
    'select id from seen.leads where org_id = $1 union all select id from seen.customers where org_id = $1',
  ],
  [
    'an insert that names it',
    'insert into app.leads (org_id, id) select org_id, id from jsonb_populate_recordset(null::app.leads, $1)',
  ],
  [
    'an insert that meets itself',
    'insert into app.numbers as c (org_id, kind, next) values ($1, $2, $3) on conflict (org_id, kind) do update set next = c.next + excluded.next',
  ],
  [
    'an update',
    'update app.leads t set title = v.title from jsonb_populate_record(null::app.leads, $2) v where t.org_id = $1 and t.id = $3',
  ],
  ['a removal', 'delete from app.shares where org_id = $1 and record_id = $2'],
  ['a lock', 'select * from app.leads where org_id = $1 and id = $2 for update'],
  ['the opening of a transaction', `begin; set local app.org_id = 'x'; set local statement_timeout = 3000`],
  ['tables of no organisation', 'select now() from auth.session'],
];

const unlawful: [string, string, RegExp][] = [
  ['no organisation at all', 'select id from seen.leads where id = $1', /leads/],
  [
    'one of two tables',
    'select 1 from seen.leads l join seen.members m on m.id = l.owner_id where l.org_id = $1',
    /members m/,
  ],
  ['only in one branch of an or', 'select 1 from seen.leads l where l.org_id = $1 or l.id = $2', /leads l/],
  [
    'a subquery that forgets',
    'select 1 from seen.leads l where l.org_id = $1 and exists (select 1 from seen.shares s where s.record_id = l.id)',
    /shares s/,
  ],
  ['a WITH that forgets', 'with mine as (select id from seen.leads) select 1 from mine', /leads/],
  [
    'the second half of a union',
    'select id from seen.leads where org_id = $1 union all select id from seen.customers',
    /customers/,
  ],
  [
    'the setting instead of a value',
    `select id from seen.leads where org_id = current_setting('app.org_id')::uuid`,
    /leads/,
  ],
  ['an insert without it', 'insert into app.leads (id) values ($1)', /inserts into leads/],
  ['an update without it', 'update app.leads set title = $1 where id = $2', /leads/],
  ['an update that moves the row', 'update app.leads set org_id = $2 where org_id = $1', /sets org_id/],
  ['a removal without it', 'delete from app.leads where id = $1', /leads/],
  ['the time of the database', 'update app.leads set seen_at = now() where org_id = $1', /now\(\)/],
  ['the day of the database', 'select 1 from seen.leads where org_id = $1 and due_on < current_date', /today/],
  ['its chance', 'insert into app.leads (org_id, id) values ($1, gen_random_uuid())', /gen_random_uuid/],
  [
    'a lock across organisations',
    'select * from app.clocks where org_id = any($1) for update',
    /several organisations|clocks/,
  ],
  ['a setting of the session', `set app.org_id = 'x'`, /session/],
  ['a setting by function', `select set_config('app.org_id', $1, true)`, /set_config/],
  [
    'VALUES with a subquery',
    'insert into app.leads (org_id, id) values ($1, (select id from seen.records where org_id = $1))',
    /VALUES/,
  ],
];

describe('the law for statements', () => {
  test.each(lawful)('allows %s', (_, text) => expect(breachesOf(text)).toEqual([]));
  test.each(unlawful)('finds %s', (_, text, wrong) => expect(breachesOf(text).join('\n')).toMatch(wrong));
});
