-- What happened is told live: facts get their place in the organisation's order when they are relayed, because ids are
-- made before the commit and a long transaction commits after younger ones.
alter table app.events add column seq bigint;
create unique index events_seq_key on app.events (org_id, seq);
