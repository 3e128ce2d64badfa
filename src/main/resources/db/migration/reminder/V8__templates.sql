-- Administrators of wards are told what becomes of their province's templates: of no plan.
alter table notice
    add column template_id bigint,
    drop constraint notice_kind_check,
    drop constraint notice_of_no_plan_check,
    add constraint notice_kind_check check (kind in ('FORM_SUBMITTED', 'FORM_RETURNED', 'FORM_REOPENED',
        'FORM_APPROVED', 'OVERRIDE_SET', 'OVERRIDE_REVOKED', 'DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE',
        'QUESTION_ASKED', 'QUESTION_ANSWERED', 'QUESTION_CARRIED_OVER', 'QUESTION_DUE_SOON', 'QUESTION_LATE',
        'HAND_OVER_AWAY', 'HAND_OVER_TAKEN', 'HAND_OVER_BACK', 'HAND_OVER_OVER', 'REPORTS_READY', 'TEMPLATE_HANDED',
        'TEMPLATE_CHANGED', 'TEMPLATE_WITHDRAWN')),
    add constraint notice_of_no_plan_check check ((starts_with(kind, 'HAND_OVER_') or starts_with(kind, 'TEMPLATE_')
        or kind = 'REPORTS_READY') = (plan_id is null)),
    add constraint notice_template_check check (starts_with(kind, 'TEMPLATE_') = (template_id is not null));
create index on notice (created_at) where template_id is not null;
