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
