-- Sessions and questions are no part of a plan's structure.
create or replace function question_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_results(plan_id)
    from question
    where id = case when tg_op = 'DELETE' then old.question_id else new.question_id end;
    return null;
end
$$;

create or replace function council_session_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_results(p.id)
    from (select id
          from plan_row
          where ward_code = case when tg_op = 'DELETE' then old.ward_code else new.ward_code end
          order by id) p;
    return null;
end
$$;

drop trigger question_content_version on question;
create trigger question_content_version after insert or update or delete on question
    for each row execute function plan_content_changed('results');
