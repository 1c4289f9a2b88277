-- An organisation at rest is being made or cleared away; no job touches it meanwhile.
alter table app.organizations add column rests boolean not null default false;
create view sweep.resting as select id as org_id from app.organizations where rests;

-- The demo of an organisation: an organisation of its own (id), asked for by the one (org_id) that keeps the account of it.
create table app.demos (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null,
  days integer not null,
  leads integer not null,
  -- Of its days, so many are lived through.
  done integer not null default 0,
  -- How often making it was begun; whoever makes it may be killed.
  attempts integer not null default 0,
  asked_by uuid not null,
  created_at timestamptz not null,
  stood_at timestamptz,
  -- Last sign of life of whoever makes it or clears it away.
  beat_at timestamptz not null,
  version integer not null default 1,
  constraint demos_pk primary key (org_id, id),
  constraint demos_organization_fk foreign key (org_id) references app.organizations (id),
  constraint demos_state_check check (state in ('asked', 'playing', 'standing', 'clearing', 'removed', 'failed'))
);
create unique index demos_one_key on app.demos (org_id) where state in ('asked', 'playing', 'standing', 'clearing');
create view sweep.demos_waiting as
  select org_id, case when state = 'playing' then beat_at + interval '60 seconds' else beat_at end as due_at
  from app.demos where state in ('asked', 'playing', 'clearing');

-- The people the demo made up. They have no password anybody knows; only they may be looked through.
create table auth.demo_people (
  org_id uuid not null,
  member_id uuid not null,
  user_id uuid not null,
  home_org_id uuid not null,
  constraint demo_people_pk primary key (org_id, member_id),
  constraint demo_people_user_fk foreign key (user_id) references auth."user" ("id") on delete cascade
);
create index demo_people_user_index on auth.demo_people (user_id);

-- Where a session sits while it is not at its account's own place.
create table auth.seats (
  session_id uuid not null,
  org_id uuid not null,
  member_id uuid not null,
  constraint seats_pk primary key (session_id),
  constraint seats_session_fk foreign key (session_id) references auth."session" ("id") on delete cascade
);
create index seats_org_index on auth.seats (org_id);

-- Takes away every row of a demo, whatever chapters keep; refuses any organisation that is not a demo being cleared.
-- Runs as the owner, because history is append-only for everybody who serves requests.
create function auth.clear_demo(home uuid, demo uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  kept record;
  people uuid[];
  emptied boolean;
  again boolean;
  gone bigint;
begin
  perform 1 from app.demos d where d.org_id = home and d.id = demo and d.id <> d.org_id and d.state in ('playing', 'clearing', 'failed');
  if not found then
    raise exception 'organisation % is no demo that may be cleared away', demo;
  end if;
  select array_agg(p.user_id) into people from auth.demo_people p where p.org_id = demo;
  loop
    again := false;
    emptied := false;
    for kept in
      select n.nspname as place, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
      where n.nspname in ('app', 'auth') and c.relkind in ('r', 'p') and not c.relispartition order by c.oid desc
    loop
      begin
        execute format('delete from %I.%I where org_id = $1', kept.place, kept.name) using demo;
        get diagnostics gone = row_count;
        emptied := emptied or gone > 0;
      exception when foreign_key_violation then
        again := true;
      end;
    end loop;
    exit when not again;
    if not emptied then
      raise exception 'what hangs on demo % could not be cleared away', demo;
    end if;
  end loop;
  delete from auth."user" u where u."id" = any (people)
    and not exists (select 1 from auth.memberships m where m.user_id = u."id");
  delete from app.organizations where id = demo;
end
$$;
