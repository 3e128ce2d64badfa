-- Of which units' figures a baseline is made, and how (ADR 33). It belongs to the baseline beside it: whoever writes another
-- baseline takes it away.
alter table indicator add column baseline_origin text check (baseline_origin is json object and char_length(baseline_origin) <= 40000);
alter table indicator_change add column baseline_origin text check (baseline_origin is json object and char_length(baseline_origin) <= 40000);

-- The origins of the baselines of a plan's indicators that are in force on a day.
create function baseline_origin_on(of_plan bigint, on_day date)
    returns table (indicator_id bigint, origin text)
    language sql stable
as
$$
select i.id, case when latest.id is null then i.baseline_origin else latest.baseline_origin end
from indicator i
left join lateral (select x.id, x.baseline_origin from indicator_change x
                   where x.indicator_id = i.id and x.valid_from <= on_day and x.baseline_text is not null
                   order by x.valid_from desc, x.id desc limit 1) latest on true
where i.plan_id = of_plan and case when latest.id is null then i.baseline_origin else latest.baseline_origin end is not null
$$;
