-- Files are no part of a plan's structure.
drop trigger evidence_file_content_version on evidence_file;
create trigger evidence_file_content_version after insert or update or delete on evidence_file
    for each row execute function indicator_content_changed('results');

create or replace function evidence_deletion_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_results(i.plan_id)
    from evidence_file f
    join indicator_row i on i.id = f.indicator_id
    where f.id = case when tg_op = 'DELETE' then old.file_id else new.file_id end;
    return null;
end
$$;
