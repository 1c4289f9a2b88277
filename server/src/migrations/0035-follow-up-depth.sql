-- A next step may name its hour, on the wall of the organisation.
alter table app.follow_ups add column next_step_time text;
