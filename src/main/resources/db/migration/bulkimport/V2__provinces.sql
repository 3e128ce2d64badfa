-- Of which province the annexes are: its administrators see the batch; null for the whole country.
alter table import_batch
    add column province_code text references province;
