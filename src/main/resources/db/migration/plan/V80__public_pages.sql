-- A plan's public page is on while it has a row here.
create table public_page (
    plan_id   bigint primary key references plan on delete cascade,
    opened_at timestamptz not null,
    opened_by text        not null check (char_length(opened_by) <= 100)
);

create trigger public_page_content_version after insert or update or delete on public_page
    for each row execute function plan_content_changed();
