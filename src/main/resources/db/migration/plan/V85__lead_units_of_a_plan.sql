-- The lead units of a plan's indicators on a day, the first answers. It reads the plan's rows alone: indicator_lead_unit_on
-- reads those of the whole country before it is told which plan is meant.
create function plan_lead_unit_on(of_plan bigint, on_day date)
    returns table (indicator_id bigint, lead_unit_id bigint, "position" integer)
    language sql stable
as
$$
select r.indicator_id, r.lead_unit_id, r.position
from indicator i
join indicator_lead_unit r on r.indicator_id = i.id
where i.plan_id = of_plan
  and not exists (select from former_indicator_lead_unit f where f.indicator_id = i.id and f.until > on_day)
union all
select f.indicator_id, f.lead_unit_id, f.position
from indicator i
join former_indicator_lead_unit f on f.indicator_id = i.id
where i.plan_id = of_plan
  and f.until = (select min(x.until) from former_indicator_lead_unit x where x.indicator_id = i.id and x.until > on_day)
$$;

create or replace function lead_units_of_years(of_plan bigint, on_day date)
    returns table (indicator_id bigint, years integer[], ids bigint[], codes text[], names text[])
    language sql stable
as
$$
select x.indicator_id, array_agg(x.year order by x.year, x.position), array_agg(x.unit_id order by x.year, x.position),
       array_agg(x.code order by x.year, x.position), array_agg(x.name order by x.year, x.position)
from (select i.id as indicator_id, y.year, r.position, l.id as unit_id, l.code, l.name,
             bool_or(today.name <> l.name
                     or exists (select from former_indicator_lead_unit f
                                where f.indicator_id = i.id and f.until > y.day and f.until <= on_day))
                 over (partition by i.id, y.year) as other
      from plan p
      cross join lateral (select n as year, make_date(n, 12, 31) as day
                          from generate_series(p.from_year, p.to_year) n where make_date(n, 12, 31) < on_day) y
      join indicator i on i.plan_id = p.id
      join lateral plan_lead_unit_on(of_plan, y.day) r on r.indicator_id = i.id
      join lateral lead_unit_on(y.day) l on l.id = r.lead_unit_id
      join lateral lead_unit_on(on_day) today on today.id = l.id
      where p.id = of_plan) x
where x.other
group by x.indicator_id
$$;
