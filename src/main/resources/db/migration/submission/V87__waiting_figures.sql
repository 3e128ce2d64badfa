-- Published: the figures that wait for approval, by indicator and year: what was answered on a form that was submitted and
-- that nobody has decided on yet.
create view waiting_figure as
select s.plan_id, s.year, s.period, a.indicator_id
from submission s
join indicator_answering_unit u on u.plan_id = s.plan_id and u.lead_unit_id = s.lead_unit_id
join actual_row a on a.indicator_id = u.indicator_id and a.year = s.year and a.period = s.period and a.answered
where s.status = 'SUBMITTED'
  and not exists (select from submission_row d where d.submission_id = s.id and d.indicator_id = a.indicator_id);

-- Everybody sees how many wait: what changes that makes another page. A draft does not.
create function submission_content_changed() returns trigger
    language plpgsql as
$$
begin
    if coalesce(old.status = 'SUBMITTED', false) or coalesce(new.status = 'SUBMITTED', false) then
        perform raise_content(coalesce(new.plan_id, old.plan_id));
    end if;
    return null;
end
$$;

create function submission_row_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(plan_id)
    from submission
    where id = coalesce(new.submission_id, old.submission_id) and status = 'SUBMITTED';
    return null;
end
$$;

create function waiting_figure_content_changed() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and old.answered = new.answered then
        return null;
    end if;
    perform raise_content(s.plan_id)
    from submission s
    join indicator_answering_unit u on u.plan_id = s.plan_id and u.lead_unit_id = s.lead_unit_id
    where u.indicator_id = coalesce(new.indicator_id, old.indicator_id) and s.year = coalesce(new.year, old.year)
      and s.period = coalesce(new.period, old.period) and s.status = 'SUBMITTED';
    return null;
end
$$;

create trigger submission_content_version after insert or update or delete on submission
    for each row execute function submission_content_changed();
create trigger submission_row_content_version after insert or update or delete on submission_row
    for each row execute function submission_row_content_changed();
create trigger waiting_figure_content_version after insert or update or delete on actual
    for each row execute function waiting_figure_content_changed();
