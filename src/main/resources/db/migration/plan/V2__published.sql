-- Published: what other modules' SQL may name of plans, and what is said once of them. Left joins that a statement does
-- not use are no work.

create view plan_row as
select id, ward_code, title, from_year, to_year, status, source, illustrative, created_at
from plan;

create view indicator_row as
select i.id, i.plan_id, i.no, i.parent_id, parent.no as parent_no, i.position, i.name, i.unit, i.field, i.role,
       i.decisive, i.direction, i.value_type, i.accumulation, i.bounded, i.decimals, i.baseline_year, i.baseline_text,
       i.baseline_value, i.baseline_comparable, i.leader_in_charge, i.note, i.version
from indicator i
left join indicator parent on parent.id = i.parent_id;

create view published_headline_row as
select plan_id, year, issuer, stage, assigned, attained, exceeded, not_met, decision, reported_on, note, source
from published_headline;

-- Every lead unit that may enter an indicator's figures: its own, and those of the indicators above it. Those with the
-- lowest level are the ones that count; the first of them by position answers.
create view indicator_involved_unit as
select i.id as indicator_id, i.plan_id, i.role, r.lead_unit_id, r.indicator_id as owner_id,
       case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end as level, r.position
from indicator i
left join indicator parent on parent.id = i.parent_id
join indicator_lead_unit r on r.indicator_id in (i.id, i.parent_id, parent.parent_id);

-- The lead unit that answers for an indicator: the first of its own, else of the nearest above it that has any. An
-- indicator without any is not here.
create view indicator_answering_unit as
select i.id as indicator_id, i.plan_id, i.role, u.lead_unit_id, u.owner_id
from indicator i
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
