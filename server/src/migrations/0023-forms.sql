create table app.web_forms (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  title text,
  intro text,
  send_text text,
  accent text,
  source text not null,
  campaign text,
  fields jsonb not null,
  consent_text text not null,
  thanks_text text not null,
  redirect_url text,
  active boolean not null,
  responsible_id uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint web_forms_pk primary key (org_id, id),
  constraint web_forms_member_fk foreign key (org_id, responsible_id) references app.members (org_id, id)
);

-- What came through a form. Content is kept only while a person has to decide about it; the lead has it otherwise.
create table app.form_submissions (
  org_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  at timestamptz not null,
  state text not null,
  reason text,
  fingerprint text not null,
  content jsonb,
  consent_text text not null,
  lead_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  constraint form_submissions_pk primary key (org_id, id),
  constraint form_submissions_form_fk foreign key (org_id, form_id) references app.web_forms (org_id, id),
  constraint form_submissions_state_check check (state in ('created', 'joined', 'held', 'discarded'))
);
create unique index form_submissions_once_key on app.form_submissions (org_id, form_id, fingerprint);
create index form_submissions_form_index on app.form_submissions (org_id, form_id, state, at desc);
create index form_submissions_lead_index on app.form_submissions (org_id, lead_id) where lead_id is not null;
