-- The version of what everybody may see of a plan: another number after every transaction that changed any of it. A page
-- that was made from a version holds until there is another. Scope 0 is what stands on pages of all plans: names of
-- wards and people.
create sequence content_number;

create table content_version (
    scope   bigint primary key,
    version bigint not null
);

-- Numbers come from a sequence and never come again, even if a transaction is taken back. One transaction raises a
-- version once, however many rows it changes: others see them all at once.
create function raise_content(raised bigint) returns void
    language plpgsql as
$$
declare
    done text := coalesce(nullif(current_setting('ward_kpi.raised', true), ''), ',');
begin
    if raised is null or position(',' || raised || ',' in done) > 0 then
        return;
    end if;
    insert into content_version (scope, version)
    values (raised, nextval('content_number'))
    on conflict (scope) do update set version = excluded.version;
    perform set_config('ward_kpi.raised', done || raised || ',', true);
end
$$;

-- Triggers, after each row: of a table whose rows name their plan, and of one that stands on pages of all plans.
create function plan_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(case when tg_op = 'DELETE' then old.plan_id else new.plan_id end);
    return null;
end
$$;

create function every_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(0);
    return null;
end
$$;
