-- The rows that one act leaves belong to the first of them, which stands for the act and names none. Rows from before
-- stand for themselves. What the chain proves is the rows, not how they are grouped.
alter table audit_entry add column act bigint;
create index on audit_entry (act) where act is not null;
