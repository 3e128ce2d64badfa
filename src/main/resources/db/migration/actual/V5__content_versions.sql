-- What is approved and what a person decided is seen by everybody; drafts are not.
create trigger approved_actual_content_version after insert or update or delete on approved_actual
    for each row execute function indicator_content_changed();
create trigger verdict_override_content_version after insert or update or delete on verdict_override
    for each row execute function indicator_content_changed();
