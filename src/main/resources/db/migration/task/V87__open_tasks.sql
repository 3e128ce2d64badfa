-- Published: the tasks that are still to be done, with who does them.
create view open_task as
select t.id, t.plan_id, i.no, t.what, u.name as unit_name, t.person, t.due
from task t
join lead_unit_row u on u.id = t.lead_unit_id
left join indicator_figures i on i.indicator_id = t.indicator_id
where t.state in ('PLANNED', 'IN_PROGRESS');
