-- Whoever asked for the reports of a province is told when they are ready: of no plan and no ward. The notice goes with the
-- reports.
alter table notice
    add column report_batch_id uuid references report_batch on delete cascade,
    alter column ward_code drop not null,
    drop constraint notice_kind_check,
    drop constraint notice_hand_over_check,
    add constraint notice_kind_check check (kind in ('FORM_SUBMITTED', 'FORM_RETURNED', 'FORM_REOPENED',
        'FORM_APPROVED', 'OVERRIDE_SET', 'OVERRIDE_REVOKED', 'DUE_SOON', 'LATE', 'TASK_DUE_SOON', 'TASK_LATE',
        'QUESTION_ASKED', 'QUESTION_ANSWERED', 'QUESTION_CARRIED_OVER', 'QUESTION_DUE_SOON', 'QUESTION_LATE',
        'HAND_OVER_AWAY', 'HAND_OVER_TAKEN', 'HAND_OVER_BACK', 'HAND_OVER_OVER', 'REPORTS_READY')),
    add constraint notice_of_no_plan_check
        check ((starts_with(kind, 'HAND_OVER_') or kind = 'REPORTS_READY') = (plan_id is null)),
    add constraint notice_report_check check ((kind = 'REPORTS_READY') = (report_batch_id is not null)),
    add constraint notice_ward_check check ((ward_code is null) = (report_batch_id is not null));
create index on notice (report_batch_id) where report_batch_id is not null;
