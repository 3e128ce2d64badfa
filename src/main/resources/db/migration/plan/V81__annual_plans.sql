-- An annual plan that was made from a year of a five-year plan. Its rows are linked to those of the five-year plan, and
-- what was entered, approved and decided for those is theirs: one figure, entered once (ADR 22).

alter table plan
    add column five_year_plan_id bigint references plan,
    add constraint five_year_plan_of_one_year check (five_year_plan_id is null or from_year = to_year);
create index on plan (five_year_plan_id);

alter table indicator
    add column five_year_indicator_id bigint references indicator check (five_year_indicator_id <> id),
    add unique (plan_id, five_year_indicator_id);
create index on indicator (five_year_indicator_id);

create or replace view plan_row as
select id, ward_code, title, from_year, to_year, status, source, illustrative, adopted_at as created_at,
       five_year_plan_id
from plan
where status in ('ADOPTED', 'CLOSED');

-- Published: where the figures of each indicator stand; those of one linked to a five-year plan there, of its year alone.
create view indicator_figures as
select i.id as indicator_id, i.plan_id, i.no, i.position, coalesce(i.five_year_indicator_id, i.id) as source_id,
       coalesce(source.plan_id, i.plan_id) as source_plan_id,
       case when source.id is not null then p.from_year end as only_year
from indicator i
join plan p on p.id = i.plan_id
left join indicator source on source.id = i.five_year_indicator_id;

-- Published: whether an issuer asks two indicators for the same in a year, so that what a person said of one target holds
-- for the other.
create function same_target(one bigint, other bigint, of_issuer text, of_year integer) returns boolean
    language sql stable as
$$
select (select t.text from target_in_force('9999-12-31') t
        where t.indicator_id = one and t.issuer = of_issuer and t.year = of_year)
     = (select t.text from target_in_force('9999-12-31') t
        where t.indicator_id = other and t.issuer = of_issuer and t.year = of_year)
$$;

-- Nobody enters or answers for the same figure twice.
create or replace view indicator_involved_unit as
select i.id as indicator_id, i.plan_id, i.role, r.lead_unit_id, r.indicator_id as owner_id,
       case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end as level, r.position
from indicator_in_force((now() at time zone 'Asia/Ho_Chi_Minh')::date) i
join indicator own on own.id = i.id and own.five_year_indicator_id is null
left join indicator parent on parent.id = i.parent_id
join indicator_lead_unit r on r.indicator_id in (i.id, i.parent_id, parent.parent_id);

create or replace view indicator_answering_unit as
select i.id as indicator_id, i.plan_id, i.role, u.lead_unit_id, u.owner_id
from indicator_in_force((now() at time zone 'Asia/Ho_Chi_Minh')::date) i
join indicator own on own.id = i.id and own.five_year_indicator_id is null
left join indicator parent on parent.id = i.parent_id
cross join lateral (
    select r.lead_unit_id, r.indicator_id as owner_id
    from indicator_lead_unit r
    where r.indicator_id in (i.id, i.parent_id, parent.parent_id)
    order by case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end, r.position
    limit 1) u;

-- What is approved or decided of a row for a year stands on the pages of that year's annual plan too.
create or replace function indicator_content_changed() returns trigger
    language plpgsql as
$$
declare
    changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
    perform raise_content(p.plan_id)
    from (select i.plan_id
          from indicator i
          where i.id = (changed ->> 'indicator_id')::bigint
          union
          select linked.plan_id
          from indicator linked
          join plan annual on annual.id = linked.plan_id and annual.from_year = (changed ->> 'year')::integer
          where linked.five_year_indicator_id = (changed ->> 'indicator_id')::bigint
          order by plan_id) p;
    return null;
end
$$;
