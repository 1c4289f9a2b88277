-- A file of leads fills empty tables within seconds. Until the statistics follow, the planner takes every index that
-- begins with org_id for equally good and walks whole organisations for one key. Only the owner may ANALYZE; this
-- function lets the application ask for it, for these tables and nothing else.
create function app.refresh_statistics() returns void language plpgsql security definer set search_path = '' as $$
begin
  analyze app.records (org_id, id, kind, owner_id), app.leads (org_id, id, owner_id, state), app.clocks (org_id, id, record_id),
    app.tasks (org_id, id, record_id), app.match_keys (org_id, key_kind, key, record_id), app.contact_points (org_id, normalized, record_id);
end
$$;
