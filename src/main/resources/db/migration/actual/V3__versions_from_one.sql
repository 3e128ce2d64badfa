-- A figure's version counts its entries, the first is 1: the same number everywhere, and 0 where nothing was entered.

update actual set version = version + 1;
alter table actual alter column version set default 1;
