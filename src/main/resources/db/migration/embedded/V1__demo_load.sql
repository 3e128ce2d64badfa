-- One row once the demo data was loaded, so that what people delete or change in it does not come back.
create table demo_load (
    only_one  boolean primary key default true check (only_one),
    loaded_at timestamptz not null
);
