-- A session can be changed until it is cancelled; what it saw stays as of its day. A cancelled one stays on record with why.
alter table council_session
    add column version       integer not null default 0,
    add column cancelled_at  timestamptz,
    add column cancelled_by  text check (char_length(cancelled_by) <= 100),
    add column cancel_reason text check (char_length(cancel_reason) <= 2000),
    add constraint council_session_cancelled_check check (
        (cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null));
