-- Reports of a province's wards, made in the background. The list of wards is the queue; what a restart interrupts is
-- claimed again when the claim has run out. Deleted a week after they were asked for.
create table report_batch (
    id            uuid        not null primary key,
    owner         text        not null check (length(owner) <= 100),
    created_at    timestamptz not null,
    province_code text        not null references province,
    year          integer     not null,
    kind          text        not null check (length(kind) <= 20),
    issuer        text        not null check (length(issuer) <= 20),
    as_of         date,
    format        text        not null check (format in ('DOCX', 'PDF', 'XLSX')),
    -- Whether wards that wait rest until somebody resumes it.
    cancelled     boolean     not null default false,
    -- When the last ward was done.
    finished_at   timestamptz
);

create table report_batch_ward (
    id               bigint  not null generated always as identity primary key,
    batch_id         uuid    not null references report_batch on delete cascade,
    ward_code        text    not null references ward,
    state            text    not null default 'WAITING' check (state in ('WAITING', 'MADE', 'NOT_MADE')),
    file_name        text check (length(file_name) <= 100),
    size             bigint,
    content          bytea,
    -- Why there is none, as refusals are named.
    reason           text check (length(reason) <= 100),
    reason_arguments text[]  not null default '{}',
    attempts         integer not null default 0,
    -- Of whoever works on it, until when; who comes back later has lost it.
    claim            uuid,
    claimed_until    timestamptz,
    unique (batch_id, ward_code),
    check ((state = 'MADE') = (content is not null) and (content is null) = (file_name is null)),
    check ((state = 'NOT_MADE') = (reason is not null))
);
create index on report_batch_ward (state) where state = 'WAITING';
-- Office files are compressed already.
alter table report_batch_ward alter column content set storage external;
