-- An indicator that ended comes back from a day on: between, it was not there.
alter table indicator add column absent datemultirange not null default '{}';

create or replace function indicator_in_force(on_day date)
    returns table (id bigint, plan_id bigint, no text, parent_id bigint, parent_no text, "position" integer,
                   name text, unit text, field text, role text, decisive boolean, direction text, value_type text,
                   accumulation text, bounded boolean, decimals integer, baseline_year integer, baseline_text text,
                   baseline_value numeric, baseline_comparable boolean, note text, version integer)
    language sql stable
as
$$
select i.id, i.plan_id, i.no, i.parent_id, i.parent_no, i.position, i.name, i.unit, i.field, i.role, i.decisive,
       i.direction, i.value_type, i.accumulation, i.bounded, i.decimals, i.baseline_year, i.baseline_text,
       i.baseline_value, i.baseline_comparable, i.note, i.version
from indicator_on(on_day) i
join indicator own on own.id = i.id
where (i.begins_on is null or i.begins_on <= on_day) and (i.ends_on is null or i.ends_on > on_day)
  and not own.absent @> on_day
$$;
