-- What every module that keeps its history by adding rows puts before its tables: a trigger that refuses the rest.
create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
