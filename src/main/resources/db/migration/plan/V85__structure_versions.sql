-- With an argument for tables that are no part of a plan's structure.
create or replace function indicator_content_changed() returns trigger
    language plpgsql as
$$
declare
    changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    plans   bigint[];
    raised  bigint;
begin
    select array_agg(p.plan_id order by p.plan_id)
    into plans
    from (select i.plan_id
          from indicator i
          where i.id = (changed ->> 'indicator_id')::bigint
          union
          select linked.plan_id
          from indicator linked
          join plan annual on annual.id = linked.plan_id and annual.from_year = (changed ->> 'year')::integer
          where linked.five_year_indicator_id = (changed ->> 'indicator_id')::bigint) p;
    foreach raised in array coalesce(plans, '{}') loop
        if tg_nargs > 0 then
            perform raise_results(raised);
        else
            perform raise_content(raised);
        end if;
    end loop;
    return null;
end
$$;

-- What a report published, and whether the public page is open, are shown beside the structure.
drop trigger published_headline_content_version on published_headline;
create trigger published_headline_content_version after insert or update or delete on published_headline
    for each row execute function plan_content_changed('results');
drop trigger public_page_content_version on public_page;
create trigger public_page_content_version after insert or update or delete on public_page
    for each row execute function plan_content_changed('results');
