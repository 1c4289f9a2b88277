-- Books of rules: every version of the ordered rules of one book that was ever saved. The highest holds; none: the shipped.
create table app.rule_versions (
  org_id uuid not null,
  id uuid not null,
  book text not null,
  version integer not null,
  rules jsonb not null,
  settings jsonb not null,
  note text,
  saved_by uuid,
  saved_at timestamptz not null,
  constraint rule_versions_pk primary key (org_id, id),
  constraint rule_versions_version_check check (version > 0)
);
create unique index rule_versions_version_key on app.rule_versions (org_id, book, version);

-- Which rules of which version judged a lead, as |one|other|, and what they said; a person may have decided otherwise.
alter table app.leads
  add column intent_rules text,
  add column intent_book integer,
  add column intent_said text,
  add column priority_rules text,
  add column priority_book integer,
  add column priority_said text,
  add column completeness_rules text,
  add column completeness_book integer;
