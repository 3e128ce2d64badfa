-- Targets that stand in the plan's text and not in its annex are indicators too, judged but shown apart and never counted.

alter table indicator
    drop constraint indicator_role_check,
    add constraint indicator_role_check check (role in ('COUNTED', 'BREAKDOWN', 'GROUP', 'SUPPLEMENTARY'));

alter table indicator_change
    drop constraint indicator_change_role_check,
    add constraint indicator_change_role_check check (role in ('COUNTED', 'BREAKDOWN', 'GROUP', 'SUPPLEMENTARY'));
