-- People are told what was asked, answered and carried over, and what is due; about one question's day once.
alter table notice
    add column question_id bigint references question,
    drop constraint notice_kind_check,
    drop constraint notice_verdict_check,
    drop constraint notice_deadline_check,
    add constraint notice_kind_check check (kind in ('FORM_SUBMITTED', 'FORM_RETURNED', 'FORM_REOPENED',
        'FORM_APPROVED', 'OVERRIDE_SET', 'OVERRIDE_REVOKED', 'DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE',
        'QUESTION_ASKED', 'QUESTION_ANSWERED', 'QUESTION_CARRIED_OVER', 'QUESTION_DUE_SOON', 'QUESTION_LATE')),
    add constraint notice_question_check check (starts_with(kind, 'QUESTION_') = (question_id is not null)),
    add constraint notice_verdict_check
        check ((kind in ('OVERRIDE_SET', 'OVERRIDE_REVOKED') or question_id is not null) = (indicator_no is not null)),
    add constraint notice_deadline_check
        check ((kind in ('DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE', 'QUESTION_DUE_SOON', 'QUESTION_LATE'))
            = (due_on is not null));

drop index one_notice_a_deadline;
create unique index one_notice_a_deadline
    on notice (username, kind, plan_id, year, period, lead_unit_code, task_id, question_id, due_on) nulls not distinct
    where due_on is not null;
