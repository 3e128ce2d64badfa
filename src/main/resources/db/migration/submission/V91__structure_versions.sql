-- What waits for approval is no part of a plan's structure.
create or replace function submission_content_changed() returns trigger
    language plpgsql as
$$
begin
    if coalesce(old.status = 'SUBMITTED', false) or coalesce(new.status = 'SUBMITTED', false) then
        perform raise_results(coalesce(new.plan_id, old.plan_id));
    end if;
    return null;
end
$$;

create or replace function submission_row_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_results(plan_id)
    from submission
    where id = coalesce(new.submission_id, old.submission_id) and status = 'SUBMITTED';
    return null;
end
$$;

create or replace function waiting_figure_content_changed() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and old.answered = new.answered then
        return null;
    end if;
    perform raise_results(s.plan_id)
    from submission s
    join indicator_answering_unit u on u.plan_id = s.plan_id and u.lead_unit_id = s.lead_unit_id
    where u.indicator_id = coalesce(new.indicator_id, old.indicator_id) and s.year = coalesce(new.year, old.year)
      and s.period = coalesce(new.period, old.period) and s.status = 'SUBMITTED';
    return null;
end
$$;
