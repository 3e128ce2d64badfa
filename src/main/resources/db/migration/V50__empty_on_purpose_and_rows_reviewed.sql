-- A cell that stays empty on purpose says why: an answer, and not a forgotten cell.
alter table actual
    add column no_data_reason text,
    add constraint no_data_reason_without_figure check (
        no_data_reason is null or (value is null and numerator is null and achieved is null));
alter table approved_actual
    add column no_data_reason text;

-- What the reviewer decided on a form's rows in its current round; earlier rounds are in the audit. Rows without a
-- decision stand as the form does.
create table submission_row (
    submission_id bigint      not null references submission,
    indicator_id  bigint      not null references indicator,
    decision      text        not null check (decision in ('APPROVED', 'RETURNED')),
    comment       text,
    decided_by    text        not null,
    decided_at    timestamptz not null,
    primary key (submission_id, indicator_id),
    check (decision <> 'RETURNED' or comment is not null)
);
create index on submission_row (indicator_id);
