-- A zip of annexes and its files, read in the background. What a restart interrupts is claimed again when the claim
-- has run out. Deleted thirty days after its upload; the plans stay.
create table import_batch (
    id         uuid        not null primary key,
    file_name  text        not null,
    owner      text        not null,
    created_at timestamptz not null,
    -- Whether files that wait rest until somebody resumes the batch.
    cancelled  boolean     not null default false,
    constraint import_batch_text_lengths check (char_length(file_name) <= 300 and char_length(owner) <= 100)
);

create table import_batch_file (
    id            bigint  not null generated always as identity primary key,
    batch_id      uuid    not null references import_batch on delete cascade,
    position      integer not null,
    name          text    not null,
    ward_code     text references ward,
    -- Those it could be of, where that is not clear.
    ward_choices  text[]  not null default '{}',
    content       bytea,
    -- Whether no person could do more with it: it has a password, or is no annex at all.
    unreadable    boolean not null default false,
    state         text    not null check (state in ('WAITING', 'READY', 'QUESTIONS', 'REFUSED', 'STORED')),
    indicators    integer not null default 0,
    counted       integer not null default 0,
    targets       integer not null default 0,
    questions     integer not null default 0,
    reasons       jsonb   not null default '[]',
    -- Who said that its plan is stored; null as long as nobody did.
    store_by      text,
    plan_id       bigint references plan on delete set null,
    -- The draft in which a person answers its questions.
    draft_id      uuid,
    attempts      integer not null default 0,
    -- Of whoever works on it, until when; who comes back later has lost it.
    claim         uuid,
    claimed_until timestamptz,
    unique (batch_id, position),
    constraint import_batch_file_text_lengths check (char_length(name) <= 300 and char_length(store_by) <= 100),
    -- What is still to be read or stored can be.
    check (state not in ('WAITING', 'READY') or (ward_code is not null and content is not null))
);
create index on import_batch_file (state) where state in ('WAITING', 'READY');
create index on import_batch_file (draft_id) where draft_id is not null;
