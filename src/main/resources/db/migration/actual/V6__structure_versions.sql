-- Figures and verdicts are no part of a plan's structure.
drop trigger approved_actual_content_version on approved_actual;
create trigger approved_actual_content_version after insert or update or delete on approved_actual
    for each row execute function indicator_content_changed('results');
drop trigger verdict_override_content_version on verdict_override;
create trigger verdict_override_content_version after insert or update or delete on verdict_override
    for each row execute function indicator_content_changed('results');
