-- A review of a department and period: the weekly check, the lead review of a month or quarter. `held_on` is the day its
-- minutes are due; `snapshot` holds the numbers as they stood when they were confirmed.
create table app.reviews (
  org_id uuid not null,
  id uuid not null,
  cadence text not null,
  owner_id uuid not null,
  department_id uuid not null,
  from_on date not null,
  to_on date not null,
  held_on date not null,
  state text not null,
  participant_ids uuid[] not null,
  notes jsonb not null,
  snapshot jsonb,
  confirmed_at timestamptz,
  confirmed_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint reviews_pk primary key (org_id, id),
  constraint reviews_record_fk foreign key (org_id, id) references app.records (org_id, id),
  constraint reviews_cadence_check check (cadence in ('weekly', 'monthly', 'quarterly')),
  constraint reviews_state_check check (state in ('open', 'confirmed')),
  constraint reviews_confirmed_check check ((state = 'confirmed') = (confirmed_at is not null and snapshot is not null))
);
create unique index reviews_period_key on app.reviews (org_id, department_id, cadence, from_on);
create index reviews_held_index on app.reviews (org_id, held_on, id);
create index reviews_owner_index on app.reviews (org_id, owner_id, held_on) where state = 'open';

-- What somebody is to do by a day. Once the review is confirmed it is a task; `carries_id` is the action it goes on with.
create table app.review_actions (
  org_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  record_id uuid,
  point text,
  action text not null,
  owner_id uuid not null,
  due_on date not null,
  carries_id uuid,
  task_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint review_actions_pk primary key (org_id, id),
  constraint review_actions_review_fk foreign key (org_id, review_id) references app.reviews (org_id, id)
);
create index review_actions_review_index on app.review_actions (org_id, review_id, id);
create index review_actions_record_index on app.review_actions (org_id, record_id) where record_id is not null;

-- When an organisation's calendar is looked at for reviews the next time; no row: now.
create table app.review_rhythms (
  org_id uuid not null,
  next_at timestamptz not null,
  constraint review_rhythms_pk primary key (org_id)
);
create view sweep.reviews as
  select o.id as org_id, coalesce(r.next_at, o.created_at) as due_at
  from app.organizations o left join app.review_rhythms r on r.org_id = o.id;
