-- Gives every ward that has no five-year plan a copy of the sample ward's: its rows, a target of every issuer for every year,
-- and its approved figures, each a little different from ward to ward. Everything is marked as invented.
--   psql -f bench/country/generate.sql          (-v wards=126 for so many only, in the order of the codes)
-- For an installation with the demo data that holds nothing else; as the owner of the database, who must be a superuser.
\set ON_ERROR_STOP 1
\if :{?wards}
\else
\set wards 100000
\endif
\timing on

begin;
-- The triggers raise a version for each row; here each plan gets its version at once, below. What the sample keeps to, its
-- copies keep to: checks and references are not looked at again.
set local session_replication_role = replica;
set local work_mem = '256MB';

create temporary table sample on commit drop as
select p.id, p.ward_code
from plan p
join ward w on w.code = p.ward_code
where w.illustrative and p.to_year - p.from_year = 4
order by p.id
limit 1;

-- A copy's id is the original's plus k times a step that is larger than any id there is.
create temporary table copy on commit drop as
select code, number, number * step.size as shift
from (select code, row_number() over (order by province_code, code) as number
      from ward w
      where w.valid_to is null and not w.illustrative
        and not exists (select from plan p where p.ward_code = w.code and p.to_year - p.from_year = 4)
      order by w.province_code, w.code
      limit :wards) chosen
cross join (select 10 ^ length(greatest((select max(id) from plan), (select max(id) from indicator),
                                        (select max(id) from target), (select max(id) from target_decision),
                                        (select max(id) from actual), (select max(id) from approved_actual),
                                        (select max(id) from lead_unit))::text)::bigint as size) step;

-- How much a ward's figure differs from the sample's: 0.9 to 1.1, the same at every run; a share is at most the whole.
create function pg_temp.like_it(value numeric, bounded boolean, decimals integer, ward bigint, row_id bigint) returns numeric
    language sql immutable as
$$select least(round(value * (0.9 + ((ward * 7919 + row_id * 104729) % 201) / 1000.0), decimals), case when bounded then 100 end)$$;

-- Copies rows "r" of a table for every ward "c": each column as it is, but for those that are given. Columns that are
-- computed, and those a later version adds, need nothing here.
create function pg_temp.copied(name text, changed jsonb, chosen text) returns bigint
    language plpgsql as
$$
declare
    columns text;
    sources text;
    number  bigint;
begin
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
           string_agg(coalesce(changed ->> column_name, 'r.' || quote_ident(column_name)), ', ' order by ordinal_position)
    into columns, sources
    from information_schema.columns
    where table_schema = 'public' and table_name = name and is_generated = 'NEVER';
    execute format('insert into %I (%s) overriding system value select %s from %I r cross join copy c %s', name, columns,
                   sources, name, chosen);
    get diagnostics number = row_count;
    return number;
end
$$;

select pg_temp.copied('lead_unit', '{"id": "r.id + c.shift", "ward_code": "c.code"}', $$
    where r.ward_code = (select ward_code from sample) and r.merged_into is null
      and not exists (select from lead_unit known where known.ward_code = c.code and known.code = r.code)$$) as lead_units;

select pg_temp.copied('plan', '{"id": "r.id + c.shift", "ward_code": "c.code", "illustrative": "true"}', $$
    where r.id = (select id from sample)$$) as plans;

select pg_temp.copied('indicator', '{"id": "r.id + c.shift", "plan_id": "r.plan_id + c.shift",
    "parent_id": "r.parent_id + c.shift"}', $$
    where r.plan_id = (select id from sample)$$) as indicators;

select pg_temp.copied('indicator_lead_unit', '{"indicator_id": "r.indicator_id + c.shift",
    "lead_unit_id": "r.lead_unit_id + c.shift"}', $$
    join indicator i on i.id = r.indicator_id
    where i.plan_id = (select id from sample)$$) as answering_units;

select pg_temp.copied('catalogue_link', '{"indicator_id": "r.indicator_id + c.shift"}', $$
    join indicator i on i.id = r.indicator_id
    where i.plan_id = (select id from sample)$$) as links;

select pg_temp.copied('target_decision', '{"id": "r.id + c.shift", "plan_id": "r.plan_id + c.shift"}', $$
    where r.plan_id = (select id from sample)$$) as decisions;

select pg_temp.copied('target', '{"id": "r.id + c.shift", "decision_id": "r.decision_id + c.shift",
    "indicator_id": "r.indicator_id + c.shift"}', $$
    join target_decision d on d.id = r.decision_id
    where d.plan_id = (select id from sample)$$) as targets;

-- What the council assigned for a year and another issuer did not, that one assigns as well: the fullest plan there can be.
create temporary table further on commit drop as
select t.id, first.decision, row_number() over () as number
from target t
join target_decision d on d.id = t.decision_id
join (select issuer, min(id) as decision
      from target_decision
      where plan_id = (select id from sample)
      group by issuer) first on first.issuer <> d.issuer
where d.id = (select min(id) from target_decision where plan_id = (select id from sample) and issuer = 'WARD_COUNCIL')
  and t.year is not null
  and not exists (select
                  from target other
                  join target_decision od on od.id = other.decision_id
                  where od.plan_id = d.plan_id and od.issuer = first.issuer and other.indicator_id = t.indicator_id
                    and other.year = t.year);
select pg_temp.copied('target', '{"id": "last.id + f.number + (c.number - 1) * 1000", "decision_id": "f.decision + c.shift",
    "indicator_id": "r.indicator_id + c.shift"}', $$
    join further f on f.id = r.id
    cross join (select max(id) as id from target) last$$) as further_targets;

select pg_temp.copied('actual', '{"id": "r.id + c.shift", "indicator_id": "r.indicator_id + c.shift",
    "value": "pg_temp.like_it(r.value, i.bounded, i.decimals, c.number, i.id)"}', $$
    join indicator i on i.id = r.indicator_id
    where i.plan_id = (select id from sample)$$) as figures;

select pg_temp.copied('approved_actual', '{"id": "r.id + c.shift", "actual_id": "r.actual_id + c.shift",
    "indicator_id": "r.indicator_id + c.shift", "value": "pg_temp.like_it(r.value, i.bounded, i.decimals, c.number, i.id)"}', $$
    join indicator i on i.id = r.indicator_id
    where i.plan_id = (select id from sample)$$) as approvals;

insert into content_version (scope, version, structure)
select scope, number, number
from (select p.id + c.shift as scope, nextval('content_number') as number from sample p cross join copy c) raised;

select setval(pg_get_serial_sequence('lead_unit', 'id'), (select max(id) from lead_unit)),
       setval(pg_get_serial_sequence('plan', 'id'), (select max(id) from plan)),
       setval(pg_get_serial_sequence('indicator', 'id'), (select max(id) from indicator)),
       setval(pg_get_serial_sequence('target_decision', 'id'), (select max(id) from target_decision)),
       setval(pg_get_serial_sequence('target', 'id'), (select max(id) from target)),
       setval(pg_get_serial_sequence('actual', 'id'), (select max(id) from actual)),
       setval(pg_get_serial_sequence('approved_actual', 'id'), (select max(id) from approved_actual));
commit;

analyze;
select (select count(*) from plan) as plans, (select count(*) from indicator) as indicators,
       (select count(*) from target) as targets, (select count(*) from approved_actual) as figures;
