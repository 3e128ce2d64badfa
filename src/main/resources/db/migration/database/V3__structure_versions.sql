-- The version of a plan's structure, which is its indicators and targets, apart from that of its whole content: an
-- approved figure, a task or a question raises the content's alone, so that the structure need not be read again.
alter table content_version add column structure bigint;
update content_version set structure = version;
alter table content_version alter column structure set not null;

-- Of the structure, and so of the content.
create or replace function raise_content(raised bigint) returns void
    language plpgsql as
$$
declare
    done text := coalesce(nullif(current_setting('ward_kpi.raised', true), ''), ',');
begin
    if raised is null or position(',s' || raised || ',' in done) > 0 then
        return;
    end if;
    insert into content_version (scope, version, structure)
    select raised, n, n from nextval('content_number') n
    on conflict (scope) do update set version = excluded.version, structure = excluded.structure;
    perform set_config('ward_kpi.raised', done || raised || ',s' || raised || ',', true);
end
$$;

-- Of the content, where the structure stays.
create function raise_results(raised bigint) returns void
    language plpgsql as
$$
declare
    done text := coalesce(nullif(current_setting('ward_kpi.raised', true), ''), ',');
begin
    if raised is null or position(',' || raised || ',' in done) > 0 then
        return;
    end if;
    insert into content_version (scope, version, structure)
    select raised, n, n from nextval('content_number') n
    on conflict (scope) do update set version = excluded.version;
    perform set_config('ward_kpi.raised', done || raised || ',', true);
end
$$;

-- With an argument for tables that are no part of the structure.
create or replace function plan_content_changed() returns trigger
    language plpgsql as
$$
declare
    changed bigint := case when tg_op = 'DELETE' then old.plan_id else new.plan_id end;
begin
    if tg_nargs > 0 then
        perform raise_results(changed);
    else
        perform raise_content(changed);
    end if;
    return null;
end
$$;
