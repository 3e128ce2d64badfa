-- Each file as it stands, and whether it belonged to the approval in force at a moment ("approved"): whether it was there
-- when the figure was last approved before. What was attached later, or deleted before, is a draft.

drop view evidence_row;

create function evidence_at(before timestamptz)
    returns table (id bigint, plan_id bigint, indicator_id bigint, no text, "position" integer, year integer,
                   period text, name text, kind text, active boolean, size bigint, sha256 text, thumbnail boolean,
                   scanned_by text, added_by text, added_at timestamptz, deleted_by text, deleted_at timestamptz,
                   reason text, approved boolean)
    language sql stable
as
$$
    select f.id, i.plan_id, f.indicator_id, i.no, i.position, f.year, f.period, f.name, f.kind, f.active, f.size,
           f.sha256, f.thumbnail, f.scanned_by, f.added_by, f.added_at, d.deleted_by, d.deleted_at, d.reason,
           coalesce(f.added_at <= a.approved_at, false) and not exists (
               select 1 from evidence_deletion e
               where e.file_id = f.id and e.deleted_at <= a.approved_at
                 and (e.restored_at is null or e.restored_at > a.approved_at))
    from evidence_file f
    join indicator i on i.id = f.indicator_id
    left join evidence_deletion d on d.file_id = f.id and d.restored_at is null
    left join lateral (
        select p.approved_at from approved_actual p
        where p.indicator_id = f.indicator_id and p.year = f.year and p.period = f.period and p.approved_at < before
        order by p.approved_at desc, p.id desc
        limit 1) a on true
$$;

create view evidence_row as select * from evidence_at('infinity');
