-- What stood in a row when the reviewer decided on it, so that what was mended since can be shown beside it.
alter table submission_row
    add column value          numeric,
    add column numerator      numeric,
    add column denominator    numeric,
    add column achieved       text,
    add column no_data_reason text,
    add column cause          text,
    add column remedy         text,
    add column note           text,
    -- The figure's revision, 0 where nothing was entered.
    add column revision       integer not null default 0;

-- Why an override was taken back.
alter table verdict_override
    add column revoke_reason text;
