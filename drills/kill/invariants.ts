/** Queries that must return no row, whatever was killed (TRUST C, I1 to I8, as far as the tables exist). */
export const invariants: Readonly<Record<string, string>> = {
  headWithoutObject: `select r.id from app.records r where r.kind = 'lead' and not exists (select 1 from app.leads l where l.org_id = r.org_id and l.id = r.id)
    union all select r.id from app.records r where r.kind = 'customer' and not exists (select 1 from app.customers c where c.org_id = r.org_id and c.id = r.id)
    union all select r.id from app.records r where r.kind = 'opportunity' and not exists (select 1 from app.opportunities o where o.org_id = r.org_id and o.id = r.id)`,
  headOfAnotherOwner: `select r.id from app.records r join app.leads l on l.org_id = r.org_id and l.id = r.id where (l.owner_id, l.department_id) is distinct from (r.owner_id, r.department_id)
    union all select r.id from app.records r join app.opportunities o on o.org_id = r.org_id and o.id = r.id where (o.owner_id, o.department_id) is distinct from (r.owner_id, r.department_id)`,
  leadUnowned: `select id from app.leads where owner_id is null and state not in ('screening', 'unassigned', 'invalid')`,
  leadWithoutCreatedEvent: `select l.id from app.leads l where not exists (select 1 from app.events e where e.org_id = l.org_id and e.record_id = l.id and e.type = 'leads.created')`,
  leadWithoutAudit: `select l.id from app.leads l where not exists (select 1 from app.audit a where a.org_id = l.org_id and a.record_id = l.id and a.table_name = 'leads')`,
  leadTwice: `select min(id::text) from app.leads where external_id is not null group by org_id, external_id having count(*) > 1`,
  numberTwice: `select min(id::text) from app.records group by org_id, kind, number having count(*) > 1`,
  halfConverted: `select l.id from app.leads l where l.state = 'qualified' and (l.customer_id is null or not exists (select 1 from app.customers c where c.org_id = l.org_id and c.id = l.customer_id))`,
  convertedTwice: `select min(id::text) from app.opportunities where lead_id is not null group by org_id, lead_id having count(*) > 1`,
  opportunityWithoutLeadState: `select o.id from app.opportunities o join app.leads l on l.org_id = o.org_id and l.id = o.lead_id where l.opportunity_id is distinct from o.id or l.state <> 'qualified'`,
  opportunityWithoutStay: `select o.id from app.opportunities o where o.state = 'open' and (select count(*) from app.stage_stays s where s.org_id = o.org_id and s.opportunity_id = o.id and s.left_at is null) <> 1`,
  clockOnNothing: `select k.id from app.clocks k where k.stopped_at is null and not exists (select 1 from app.records r where r.org_id = k.org_id and r.id = k.record_id)`,
  importAccount: `select id from app.imports where state = 'done' and not dry_run and created + merged + duplicates + rejected <> rows`,
  importUnfinished: `select id from app.imports where state in ('queued', 'running')`,
  idempotencyWithoutAnswer: `select key from app.idempotency where status is null`,
  sealGap: `select org_id::text from (select org_id, seq, row_number() over (partition by org_id order by seq) as place from app.audit_seals) s where seq <> place`,
  eventUndelivered: `select e.id from app.events e where e.relayed_at is null`,
};
