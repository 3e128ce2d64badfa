-- After adoption an indicator is added from a day and removed from a day on; its record, and what was judged before,
-- stays. Its place below another, field, note, baseline and the leader in charge are attributes by date like the others.

alter table indicator
    add column leader_in_charge text check (char_length(leader_in_charge) <= 300),
    -- From the first, and no longer on the second; null where it always was there and stays.
    add column begins_on date,
    add column ends_on date;

-- An empty text takes a value away. The parent is what it was unless the row says it is another one, or none.
alter table indicator_change
    add column reparented boolean not null default false,
    add column parent_id bigint references indicator check (parent_id is null or reparented),
    add column field text check (char_length(field) <= 300),
    add column note text check (char_length(note) <= 2000),
    add column leader_in_charge text check (char_length(leader_in_charge) <= 300),
    add column baseline_year integer,
    add column baseline_text text check (char_length(baseline_text) <= 2000),
    add column baseline_value numeric,
    add column baseline_comparable boolean;
create index on indicator_change (parent_id);

-- Every indicator as it is called and judged on a day, also one that is not there yet or no longer.
create function indicator_on(on_day date)
    returns table (id bigint, plan_id bigint, no text, parent_id bigint, parent_no text, "position" integer,
                   name text, unit text, field text, role text, decisive boolean, direction text, value_type text,
                   accumulation text, bounded boolean, decimals integer, baseline_year integer, baseline_text text,
                   baseline_value numeric, baseline_comparable boolean, note text, version integer,
                   leader_in_charge text, begins_on date, ends_on date)
    language sql stable
as
$$
select i.id, i.plan_id, i.no, parent.id, parent.no, i.position, coalesce(c.name, i.name),
       coalesce(c.unit, i.unit), nullif(coalesce(c.field, i.field), ''), coalesce(c.role, i.role),
       coalesce(c.decisive, i.decisive), coalesce(c.direction, i.direction),
       coalesce(c.value_type, i.value_type), coalesce(c.accumulation, i.accumulation),
       coalesce(c.bounded, i.bounded), i.decimals,
       case when c.baselines[1][1] is null then i.baseline_year else c.baselines[1][2]::integer end,
       nullif(coalesce(c.baselines[1][1], i.baseline_text), ''),
       case when c.baselines[1][1] is null then i.baseline_value else c.baselines[1][3]::numeric end,
       case when c.baselines[1][1] is null then i.baseline_comparable else c.baselines[1][4]::boolean end,
       nullif(coalesce(c.note, i.note), ''), i.version, nullif(coalesce(c.leader_in_charge, i.leader_in_charge), ''),
       i.begins_on, i.ends_on
from indicator i
left join lateral (
    select (array_agg(x.name order by x.valid_from desc, x.id desc) filter (where x.name is not null))[1] as name,
           (array_agg(x.unit order by x.valid_from desc, x.id desc) filter (where x.unit is not null))[1] as unit,
           (array_agg(x.role order by x.valid_from desc, x.id desc) filter (where x.role is not null))[1] as role,
           (array_agg(x.decisive order by x.valid_from desc, x.id desc)
               filter (where x.decisive is not null))[1] as decisive,
           (array_agg(x.direction order by x.valid_from desc, x.id desc)
               filter (where x.direction is not null))[1] as direction,
           (array_agg(x.value_type order by x.valid_from desc, x.id desc)
               filter (where x.value_type is not null))[1] as value_type,
           (array_agg(x.accumulation order by x.valid_from desc, x.id desc)
               filter (where x.accumulation is not null))[1] as accumulation,
           (array_agg(x.bounded order by x.valid_from desc, x.id desc)
               filter (where x.bounded is not null))[1] as bounded,
           bool_or(x.reparented) as reparented,
           (array_agg(x.parent_id order by x.valid_from desc, x.id desc) filter (where x.reparented))[1] as parent_id,
           (array_agg(x.field order by x.valid_from desc, x.id desc) filter (where x.field is not null))[1] as field,
           (array_agg(x.note order by x.valid_from desc, x.id desc) filter (where x.note is not null))[1] as note,
           (array_agg(x.leader_in_charge order by x.valid_from desc, x.id desc)
               filter (where x.leader_in_charge is not null))[1] as leader_in_charge,
           (array_agg(array[x.baseline_text, x.baseline_year::text, x.baseline_value::text,
                            x.baseline_comparable::text] order by x.valid_from desc, x.id desc)
               filter (where x.baseline_text is not null)) as baselines
    from indicator_change x
    where x.indicator_id = i.id and x.valid_from <= on_day
) c on true
left join indicator parent on parent.id = case when c.reparented then c.parent_id else i.parent_id end
$$;

-- Those that are there on the day.
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
where (i.begins_on is null or i.begins_on <= on_day) and (i.ends_on is null or i.ends_on > on_day)
$$;

-- What figures and forms refer to: every indicator that there ever was, as it is called today.
create or replace view indicator_row as
select i.id, i.plan_id, i.no, i.parent_id, i.parent_no, i.position, i.name, i.unit, i.field, i.role, i.decisive,
       i.direction, i.value_type, i.accumulation, i.bounded, i.decimals, i.baseline_year, i.baseline_text,
       i.baseline_value, i.baseline_comparable, i.note, i.version
from indicator_on((now() at time zone 'Asia/Ho_Chi_Minh')::date) i;

-- Figures are entered and answered for by the units of indicators that are there today.
create or replace view indicator_involved_unit as
select i.id as indicator_id, i.plan_id, i.role, r.lead_unit_id, r.indicator_id as owner_id,
       case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end as level, r.position
from indicator_in_force((now() at time zone 'Asia/Ho_Chi_Minh')::date) i
left join indicator parent on parent.id = i.parent_id
join indicator_lead_unit r on r.indicator_id in (i.id, i.parent_id, parent.parent_id);

create or replace view indicator_answering_unit as
select i.id as indicator_id, i.plan_id, i.role, u.lead_unit_id, u.owner_id
from indicator_in_force((now() at time zone 'Asia/Ho_Chi_Minh')::date) i
left join indicator parent on parent.id = i.parent_id
cross join lateral (
    select r.lead_unit_id, r.indicator_id as owner_id
    from indicator_lead_unit r
    where r.indicator_id in (i.id, i.parent_id, parent.parent_id)
    order by case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end, r.position
    limit 1) u;

-- Which row decides a group may change from one to another in one transaction.
drop index one_decisive_sub_indicator;
alter table indicator add constraint one_decisive_sub_indicator
    exclude using btree (parent_id with =) where (decisive) deferrable initially deferred;
