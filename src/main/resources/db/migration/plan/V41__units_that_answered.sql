-- Which lead units an indicator had until a day on which another took over from one of them. Today's are in
-- indicator_lead_unit.
create table former_indicator_lead_unit (
    indicator_id bigint  not null references indicator,
    -- The first day on which it was different.
    until        date    not null,
    lead_unit_id bigint  not null references lead_unit,
    position     integer not null,
    primary key (indicator_id, until, lead_unit_id)
);

create trigger former_indicator_lead_unit_append_only
    before update or delete or truncate on former_indicator_lead_unit
    for each statement execute function refuse_change();
create trigger former_indicator_lead_unit_content_version after insert or update or delete on former_indicator_lead_unit
    for each row execute function indicator_content_changed();

create function indicator_lead_unit_on(on_day date)
    returns table (indicator_id bigint, lead_unit_id bigint, "position" integer)
    language sql stable
as
$$
select r.indicator_id, r.lead_unit_id, r.position
from indicator_lead_unit r
where not exists (select from former_indicator_lead_unit f where f.indicator_id = r.indicator_id and f.until > on_day)
union all
select f.indicator_id, f.lead_unit_id, f.position
from former_indicator_lead_unit f
where f.until = (select min(x.until) from former_indicator_lead_unit x
                 where x.indicator_id = f.indicator_id and x.until > on_day)
$$;
