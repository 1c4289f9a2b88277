-- Once statistics know every organisation by name, the planner takes one that came later for a single row, and every
-- index that begins with org_id for as good as the right one: at 300 000 leads, looking up the keys of 200 new ones
-- walked the whole new organisation (168 ms and growing; 6 ms with this). With one name kept, the others are an average.
alter table app.records alter column org_id set statistics 1;
alter table app.match_keys alter column org_id set statistics 1;
alter table app.contact_points alter column org_id set statistics 1;
alter table app.clocks alter column org_id set statistics 1;
alter table app.events alter column org_id set statistics 1;
alter table app.tasks alter column org_id set statistics 1;
alter table app.follow_ups alter column org_id set statistics 1;
alter table app.customers alter column org_id set statistics 1;
alter table app.contacts alter column org_id set statistics 1;
alter table app.leads alter column org_id set statistics 1;
alter table app.opportunities alter column org_id set statistics 1;

-- A refresh of large tables takes seconds inside a batch's transaction, near the limit of a statement (2.6 s at 300 000
-- leads); what autovacuum knows of them is good enough.
create or replace function app.refresh_statistics() returns void language plpgsql security definer set search_path = '' as $$
begin
  if (select c.reltuples from pg_catalog.pg_class c where c.oid = 'app.leads'::regclass) > 50000 then
    return;
  end if;
  analyze app.records (org_id, id, kind, owner_id), app.leads (org_id, id, owner_id, state), app.clocks (org_id, id, record_id),
    app.tasks (org_id, id, record_id), app.match_keys (org_id, key_kind, key, record_id), app.contact_points (org_id, normalized, record_id);
end
$$;
