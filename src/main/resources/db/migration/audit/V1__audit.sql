create table audit_entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor        text        not null,
    ward_code    text,
    plan_id      bigint,
    indicator_no text,
    subject      text        not null,
    key          text        not null,
    action       text        not null,
    from_state   text,
    to_state     text,
    reason       text,
    origin       text
);
create index on audit_entry (plan_id, indicator_no, id);
create index on audit_entry (ward_code, id);

create trigger audit_entry_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- Every row of the audit is linked to the one before it by a hash, one chain for each ward and one for what concerns no
-- ward, so that a row that is altered, taken out or cut off shows; docs/adr/0006 has the format. The database does it
-- itself: writing stays one statement, and the program's role cannot write a link.

create table audit_chain (
    chain     text   primary key,
    entries   bigint not null check (entries >= 0),
    head_hash bytea  not null check (octet_length(head_hash) = 32)
);

create table audit_link (
    entry_id      bigint primary key references audit_entry,
    chain         text   not null,
    chain_no      bigint not null check (chain_no > 0),
    previous_hash bytea  not null check (octet_length(previous_hash) = 32),
    hash          bytea  not null check (octet_length(hash) = 32),
    unique (chain, chain_no)
);
create index on audit_link (hash);

create trigger audit_link_append_only
    before update or delete or truncate on audit_link
    for each statement execute function refuse_change();

-- The length before the text: no two rows give the same text, and nothing differs from an empty text.
create function audit_field(value text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as
$$
    select coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n'
$$;

create function audit_hash(chain text, chain_no bigint, previous_hash bytea, entry audit_entry) returns bytea
    language sql stable
    set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as
$$
    select sha256(convert_to(
        audit_field(chain) || audit_field(chain_no::text) || audit_field(encode(previous_hash, 'hex'))
        || audit_field(entry.id::text)
        || audit_field(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_field(entry.actor) || audit_field(entry.ward_code) || audit_field(entry.plan_id::text)
        || audit_field(entry.indicator_no) || audit_field(entry.subject) || audit_field(entry.key)
        || audit_field(entry.action) || audit_field(entry.from_state) || audit_field(entry.to_state)
        || audit_field(entry.reason) || audit_field(entry.origin), 'UTF8'))
$$;

create procedure link_audit_entry(entry audit_entry)
    language plpgsql
    set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as
$$
declare
    own  text := coalesce(entry.ward_code, 'installation');
    head audit_chain;
    link bytea;
begin
    select * into head from audit_chain where chain = own for update;
    if not found then
        insert into audit_chain (chain, entries, head_hash)
        values (own, 0, decode(repeat('00', 32), 'hex')) on conflict (chain) do nothing;
        select * into head from audit_chain where chain = own for update;
    end if;
    link := audit_hash(own, head.entries + 1, head.head_hash, entry);
    insert into audit_link (entry_id, chain, chain_no, previous_hash, hash)
    values (entry.id, own, head.entries + 1, head.head_hash, link);
    update audit_chain set entries = head.entries + 1, head_hash = link where chain = own;
end
$$;

-- Runs as the owner, whoever inserts: only so can a link be written, and only for a row that is really added.
create function link_added_entry() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as
$$
begin
    call link_audit_entry(new);
    return null;
end
$$;

revoke all on function link_added_entry() from public;
revoke all on procedure link_audit_entry(audit_entry) from public;

-- At commit: transactions of one ward wait for each other there alone, holding nothing that the other still needs, and
-- those of different wards not at all.
create constraint trigger audit_entry_linked
    after insert on audit_entry
    deferrable initially deferred
    for each row execute function link_added_entry();

-- For the page that searches, newest first.
create index on audit_entry (actor, id);
create index on audit_entry (subject, id);
create index on audit_entry (at);
