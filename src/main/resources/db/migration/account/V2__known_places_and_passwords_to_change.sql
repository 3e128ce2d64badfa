-- Where an account has signed in from: people there are not slowed down by those who guess at their password elsewhere.
create table sign_in_place (
    username text        not null,
    address  text        not null,
    at       timestamptz not null,
    primary key (username, address)
);
create index on sign_in_place (at);

-- Set with a password that somebody else chose, until its owner has chosen another.
alter table user_account add column must_change_password boolean not null default false;
