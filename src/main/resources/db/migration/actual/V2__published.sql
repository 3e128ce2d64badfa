-- Published: what other modules' SQL may name of figures, and what is said once of them.

create view actual_row as
select id, indicator_id, year, period, value, numerator, denominator, achieved, note, cause, remedy, no_data_reason,
       has_figure, answered, entered_by, entered_at, version
from actual;

-- Every approval, also those that a later one replaced.
create view approved_actual_row as
select id, actual_id, indicator_id, year, period, value, numerator, denominator, achieved, note, cause, remedy,
       no_data_reason, has_figure, answered, entered_by, entered_at, approved_by, approved_at
from approved_actual;

-- Of each indicator, year and period the latest approval before a moment; of two at the same moment the one recorded
-- later. Planned as part of the statement that names it.
create function approved_actual_at(before timestamptz) returns setof approved_actual
    language sql stable
as
$$
    select a.*
    from approved_actual a
    where a.approved_at < before
      and not exists (
          select from approved_actual later
          where later.indicator_id = a.indicator_id and later.year = a.year and later.period = a.period
            and later.approved_at < before and (later.approved_at, later.id) > (a.approved_at, a.id))
$$;

-- What is in force of each figure, as everybody may see it.
create view approved_actual_latest as
select * from approved_actual_at('infinity');

create view override_in_force as
select id, indicator_id, year, issuer, verdict, reason, reference, created_by, created_at
from verdict_override
where revoked_at is null;
