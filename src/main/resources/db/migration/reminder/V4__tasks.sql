-- People are also told of tasks of the action programme that are due soon or late; about one deadline of a task once.

alter table notice
    add column task_id bigint,
    add column about text check (length(about) <= 2000),
    drop constraint notice_kind_check,
    drop constraint notice_check,
    drop constraint notice_check1,
    drop constraint notice_check2,
    drop constraint notice_check3,
    add constraint notice_kind_check check (kind in ('FORM_SUBMITTED', 'FORM_RETURNED', 'FORM_REOPENED',
        'FORM_APPROVED', 'OVERRIDE_SET', 'OVERRIDE_REVOKED', 'DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE')),
    add constraint notice_verdict_check
        check ((kind in ('OVERRIDE_SET', 'OVERRIDE_REVOKED')) = (indicator_no is not null)),
    add constraint notice_task_check
        check ((kind in ('TASK_DUE_SOON', 'TASK_LATE')) = (task_id is not null) and (task_id is null) = (about is null)),
    add constraint notice_form_check
        check ((period is null) = (indicator_no is not null or task_id is not null)),
    add constraint notice_unit_check check ((lead_unit_code is null) = (indicator_no is not null)),
    add constraint notice_deadline_check
        check ((kind in ('DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE')) = (due_on is not null));

drop index one_notice_a_deadline;
create unique index one_notice_a_deadline
    on notice (username, kind, plan_id, year, period, lead_unit_code, task_id, due_on) nulls not distinct
    where due_on is not null;
