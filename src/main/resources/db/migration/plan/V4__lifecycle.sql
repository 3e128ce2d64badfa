-- A plan's way: DRAFT, ADOPTED, CLOSED; or WITHDRAWN with a reason. Others than the ward's administrators see what is
-- adopted or closed.

alter table plan drop constraint plan_status_check;
alter table plan add constraint plan_status_check check (status in ('DRAFT', 'ADOPTED', 'CLOSED', 'WITHDRAWN'));
alter table plan add column status_at timestamptz, add column status_by text, add column status_reason text,
    -- When it was adopted for the first time; a plan that was replaced waits for another adoption and keeps it.
    add column adopted_at timestamptz;
update plan set status_at = created_at, status_by = created_by,
                adopted_at = case when status = 'ADOPTED' then created_at end;
alter table plan alter column status_at set not null, alter column status_by set not null;
alter table plan add constraint withdrawn_with_reason
    check (status <> 'WITHDRAWN' or length(status_reason) between 1 and 2000);
alter table plan add constraint adopted_with_time check (status not in ('ADOPTED', 'CLOSED') or adopted_at is not null);

-- A ward has one plan of the same years; what was withdrawn is out of the way.
alter table plan drop constraint plan_ward_code_from_year_to_year_key;
create unique index one_plan_of_the_years on plan (ward_code, from_year, to_year) where status <> 'WITHDRAWN';

-- Rows may change their numbers and places among each other in one transaction.
alter table indicator drop constraint indicator_plan_id_no_key;
alter table indicator add constraint indicator_plan_id_no_key unique (plan_id, no) deferrable initially deferred;
alter table indicator drop constraint indicator_plan_id_position_key;
alter table indicator add constraint indicator_plan_id_position_key unique (plan_id, position)
    deferrable initially deferred;

-- What others than administrators may know of: plans that are adopted or closed, from their adoption on.
create or replace view plan_row as
select id, ward_code, title, from_year, to_year, status, source, illustrative, adopted_at as created_at
from plan
where status in ('ADOPTED', 'CLOSED');

-- Every plan, for the record of changes.
create view plan_ever_row as
select id, ward_code, title, from_year, to_year, status
from plan;
