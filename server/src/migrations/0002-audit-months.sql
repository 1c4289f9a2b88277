-- Partitions by month for three years; the default one only keeps a wrong clock from refusing writes.
do $$
declare
  month date := date '2026-01-01';
begin
  for i in 0..35 loop
    execute format(
      'create table app.audit_%s partition of app.audit for values from (%L) to (%L)',
      to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date
    );
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
create table app.audit_rest partition of app.audit default;
