-- What a person changes of a file is part of its options, by place; beside it stand the questions that were answered.
alter table import_draft drop column corrections;
alter table import_draft add column answered jsonb not null default '[]';

-- What the columns of a ward's annexes were said to hold, by their headings; offered when the ward's next file has the
-- same ones.
create table import_mapping (
    ward_code text        not null primary key references ward,
    columns   jsonb       not null,
    used_at   timestamptz not null
);
