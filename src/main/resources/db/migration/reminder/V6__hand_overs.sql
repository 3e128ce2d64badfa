-- Whose work goes over to another, and who does it, are told when it begins and when it is over: of no plan.
alter table notice
    alter column plan_id drop not null,
    drop constraint notice_kind_check,
    drop constraint notice_task_check,
    drop constraint notice_form_check,
    drop constraint notice_unit_check,
    add constraint notice_kind_check check (kind in ('FORM_SUBMITTED', 'FORM_RETURNED', 'FORM_REOPENED',
        'FORM_APPROVED', 'OVERRIDE_SET', 'OVERRIDE_REVOKED', 'DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE',
        'QUESTION_ASKED', 'QUESTION_ANSWERED', 'QUESTION_CARRIED_OVER', 'QUESTION_DUE_SOON', 'QUESTION_LATE',
        'HAND_OVER_AWAY', 'HAND_OVER_TAKEN', 'HAND_OVER_BACK', 'HAND_OVER_OVER')),
    add constraint notice_hand_over_check check (starts_with(kind, 'HAND_OVER_') = (plan_id is null)),
    add constraint notice_task_check check ((kind in ('TASK_DUE_SOON', 'TASK_LATE')) = (task_id is not null)
        and (task_id is not null or plan_id is null) = (about is not null)),
    add constraint notice_form_check
        check ((period is null) = (indicator_no is not null or task_id is not null or plan_id is null)),
    add constraint notice_unit_check check ((lead_unit_code is null) = (indicator_no is not null or plan_id is null));
