-- What a province hands to its wards: the rows of a plan without targets. Every change adds a version; the highest is in
-- force.
create sequence plan_template_number start 1;

create table plan_template_version (
    template_id   bigint      not null,
    version       integer     not null check (version > 0),
    province_code text        not null check (char_length(province_code) <= 10),
    title         text        not null check (title <> '' and char_length(title) <= 300),
    from_year     integer     not null check (from_year between 2000 and 2100),
    to_year       integer     not null check (to_year between from_year and from_year + 9),
    -- No plan is started from it any more.
    withdrawn     boolean     not null,
    changed_by    text        not null check (char_length(changed_by) <= 100),
    changed_at    timestamptz not null,
    primary key (template_id, version)
);
create index on plan_template_version (province_code);
create trigger plan_template_version_append_only before update or delete or truncate on plan_template_version
    for each statement execute function refuse_change();

create table plan_template_row (
    template_id   bigint  not null,
    version       integer not null,
    position      integer not null check (position >= 0),
    no            text    not null check (no <> '' and char_length(no) <= 15),
    parent_no     text check (char_length(parent_no) <= 15),
    name          text    not null check (name <> '' and char_length(name) <= 300),
    unit          text check (char_length(unit) <= 300),
    field         text check (char_length(field) <= 300),
    role          text    not null check (char_length(role) <= 30),
    decisive      boolean not null,
    direction     text    not null check (char_length(direction) <= 30),
    value_type    text    not null check (char_length(value_type) <= 30),
    accumulation  text    not null check (char_length(accumulation) <= 30),
    bounded       boolean not null,
    note          text check (char_length(note) <= 2000),
    definition_id bigint,
    primary key (template_id, version, position),
    unique (template_id, version, no),
    foreign key (template_id, version) references plan_template_version (template_id, version)
);
create trigger plan_template_row_append_only before update or delete or truncate on plan_template_row
    for each statement execute function refuse_change();

-- Which plan was started from which version; it goes with a draft that is deleted.
create table plan_template_use (
    plan_id     bigint primary key references plan on delete cascade,
    template_id bigint      not null,
    version     integer     not null,
    started_by  text        not null check (char_length(started_by) <= 100),
    started_at  timestamptz not null,
    foreign key (template_id, version) references plan_template_version (template_id, version)
);
create index on plan_template_use (template_id);
