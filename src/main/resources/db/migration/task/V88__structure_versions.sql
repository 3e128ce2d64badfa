-- A task is no part of a plan's structure.
drop trigger task_content_version on task;
create trigger task_content_version after insert or update or delete on task
    for each row execute function plan_content_changed('results');
