-- What lists of opportunities are sorted by where the value may be missing: nothing known stands below every amount, and
-- behind every day.
alter table app.opportunities
  add column amount_key bigint generated always as (coalesce(amount_minor, -9000000000000001)) stored,
  add column expected_close_key date generated always as (coalesce(expected_close_on, date '2200-01-01')) stored;
create index opportunities_amount_index on app.opportunities (org_id, amount_key, id);
create index opportunities_close_index on app.opportunities (org_id, expected_close_key, id);
