-- Published: what other modules' SQL may name of plans, and what is said once of them. Left joins that a statement does
-- not use are no work.

create view plan_row as
select id, ward_code, title, from_year, to_year, status, source, illustrative, created_at
from plan;

-- The indicators as they are called and judged on a day: of each attribute the latest change effective by then, of two
-- of the same day the one recorded last. Simple enough for the planner to put a caller's conditions inside.
create function indicator_in_force(on_day date)
    returns table (id bigint, plan_id bigint, no text, parent_id bigint, parent_no text, "position" integer,
                   name text, unit text, field text, role text, decisive boolean, direction text, value_type text,
                   accumulation text, bounded boolean, decimals integer, baseline_year integer, baseline_text text,
                   baseline_value numeric, baseline_comparable boolean, note text, version integer)
    language sql stable
as
$$
select i.id, i.plan_id, i.no, i.parent_id, parent.no, i.position, coalesce(c.name, i.name),
       coalesce(c.unit, i.unit), i.field, coalesce(c.role, i.role), coalesce(c.decisive, i.decisive),
       coalesce(c.direction, i.direction),
       coalesce(c.value_type, i.value_type), coalesce(c.accumulation, i.accumulation),
       coalesce(c.bounded, i.bounded), i.decimals, i.baseline_year, i.baseline_text, i.baseline_value,
       i.baseline_comparable, i.note, i.version
from indicator i
left join indicator parent on parent.id = i.parent_id
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
               filter (where x.bounded is not null))[1] as bounded
    from indicator_change x
    where x.indicator_id = i.id and x.valid_from <= on_day
) c on true
$$;

-- The same today. Whoever judges names the day.
create view indicator_row as
select * from indicator_in_force((now() at time zone 'Asia/Ho_Chi_Minh')::date);

create view published_headline_row as
select plan_id, year, issuer, stage, assigned, attained, exceeded, not_met, decision, reported_on, note, source
from published_headline;

-- Every lead unit that may enter an indicator's figures: its own, and those of the indicators above it. Those with the
-- lowest level are the ones that count; the first of them by position answers.
create view indicator_involved_unit as
select i.id as indicator_id, i.plan_id, i.role, r.lead_unit_id, r.indicator_id as owner_id,
       case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end as level, r.position
from indicator_row i
left join indicator parent on parent.id = i.parent_id
join indicator_lead_unit r on r.indicator_id in (i.id, i.parent_id, parent.parent_id);

-- The lead unit that answers for an indicator: the first of its own, else of the nearest above it that has any. An
-- indicator without any is not here.
create view indicator_answering_unit as
select i.id as indicator_id, i.plan_id, i.role, u.lead_unit_id, u.owner_id
from indicator_row i
left join indicator parent on parent.id = i.parent_id
cross join lateral (
    select r.lead_unit_id, r.indicator_id as owner_id
    from indicator_lead_unit r
    where r.indicator_id in (i.id, i.parent_id, parent.parent_id)
    order by case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end, r.position
    limit 1) u;

-- The targets in force on a day: for each issuer, indicator and year (null for the period's own) that of the latest
-- decision effective by then; of two effective on the same day the one recorded later. One that was taken back asks for
-- nothing and is left out. Planned as part of the statement that names it.
create function target_in_force(day date)
    returns table (plan_id bigint, indicator_id bigint, issuer text, year integer, text text, comparator text,
                   value numeric, upper numeric, unit text, decimals integer, value_type text, approximate boolean,
                   decision_id bigint, number text, title text, effective_date date)
    language sql stable
as
$$
    select d.plan_id, t.indicator_id, d.issuer, t.year, t.text, t.comparator, t.value, t.upper, t.unit, t.decimals,
           t.value_type, t.approximate, d.id, d.number, d.title, d.effective_date
    from target t
    join target_decision d on d.id = t.decision_id
    where d.effective_date <= day
      and (t.value is not null or t.value_type = 'QUALITATIVE')
      and not exists (
          select from target later
          join target_decision ruling on ruling.id = later.decision_id
          where later.indicator_id = t.indicator_id and later.year is not distinct from t.year
            and ruling.plan_id = d.plan_id and ruling.issuer = d.issuer and ruling.effective_date <= day
            and (ruling.effective_date, ruling.id) > (d.effective_date, d.id))
$$;
