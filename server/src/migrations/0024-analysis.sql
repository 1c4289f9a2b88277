-- What the analysis asks of leads so that every figure of it is a list: the currency of the signing, how long the first
-- touch took, how many contacts there were, and how far apart they lay.
alter table app.leads
  add column signed_currency text,
  add column contacts integer not null default 0,
  add column first_contact_at timestamptz,
  add column last_contact_at timestamptz,
  add column touch_minutes integer generated always as
    (floor(extract(epoch from first_touch_at - assigned_at) / 60)::integer) stored,
  add column contact_gap_hours integer generated always as
    (case when contacts > 1 then floor(extract(epoch from last_contact_at - first_contact_at) / 3600 / (contacts - 1))::integer end) stored;
update app.leads l set signed_currency = o.currency
from app.opportunities o where o.org_id = l.org_id and o.lead_id = l.id and l.signed_minor is not null and o.signed_minor is not null;
update app.leads l set contacts = f.contacts, first_contact_at = f.first_at, last_contact_at = f.last_at
from (
  select org_id, record_id, count(*) as contacts, min(occurred_at) as first_at, max(occurred_at) as last_at
  from app.follow_ups where outcome = 'reached' group by org_id, record_id
) f where f.org_id = l.org_id and f.record_id = l.id;
