-- A file on its way from upload to acceptance, kept where every instance of the application finds it. Deleted when it
-- is accepted or discarded, and a day after its upload.
create table import_draft (
    id          uuid        not null primary key,
    ward_code   text        not null references ward,
    owner       text        not null,
    file_name   text        not null,
    content     bytea       not null,
    options     jsonb       not null,
    corrections jsonb       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index on import_draft (expires_at);
