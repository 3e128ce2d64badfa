-- Annexes number their indicators down to a fourth level: "2.1.3.1".
alter table indicator drop constraint indicator_no_check;
alter table indicator add constraint indicator_no_check check (no ~ '^\d{1,3}(\.\d{1,3}){0,3}$');
