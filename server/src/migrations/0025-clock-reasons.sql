-- A clock says its limit in words of both languages; those that were started before get theirs.
update app.clocks set why = jsonb_set(why, '{params}', (why -> 'params') || case why -> 'params' ->> 'unit'
    when 'natural_hours' then jsonb_build_object('limitZh', (why -> 'params' ->> 'amount') || ' 小时',
      'limitEn', (why -> 'params' ->> 'amount') || ' hours')
    when 'working_hours' then jsonb_build_object('limitZh', (why -> 'params' ->> 'amount') || ' 个工作小时',
      'limitEn', (why -> 'params' ->> 'amount') || ' working hours')
    when 'natural_days' then jsonb_build_object('limitZh', (why -> 'params' ->> 'amount') || ' 天',
      'limitEn', (why -> 'params' ->> 'amount') || ' days')
    when 'working_days' then jsonb_build_object('limitZh', (why -> 'params' ->> 'amount') || ' 个工作日',
      'limitEn', (why -> 'params' ->> 'amount') || ' working days')
    else jsonb_build_object('limitZh', '到约定的日期', 'limitEn', 'until the date agreed') end);

-- Reasons for lateness and for pauses as an organisation sets them, in their order; those that ship need no row.
create table app.clock_reasons (
  org_id uuid not null,
  kind text not null,
  reasons jsonb not null,
  version integer not null default 1,
  constraint clock_reasons_pk primary key (org_id, kind),
  constraint clock_reasons_kind_check check (kind in ('late', 'pause'))
);

alter table app.clocks add column pause_reason text;
alter table app.clocks add column pause_note text;

-- The board: open clocks of an organisation by their due moment; those of one person have clocks_owner_index.
create index clocks_board_index on app.clocks (org_id, due_at, id) where stopped_at is null;
-- What was missed, done since or not, by its due moment: listed, and counted by reason and month.
create index clocks_missed_index on app.clocks (org_id, due_at, id) where state in ('running', 'breached');

-- 暂缓 takes its reason from the same list; what was written as the reason before is kept as what was said of it.
alter table app.leads add column pause_note text;
update app.leads set pause_note = pause_reason, pause_reason = 'other' where pause_reason is not null;
