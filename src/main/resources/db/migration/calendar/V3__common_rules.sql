-- Rules for all wards that have none of their own: those of the installation. A version without rules says that none
-- are chosen there any more, so that a ward follows the installation again, and the installation the program.
alter table calendar_setting drop constraint calendar_setting_pkey;
-- Null for the installation.
alter table calendar_setting alter column ward_code drop not null;
alter table calendar_setting add unique nulls not distinct (ward_code, version);
alter table calendar_setting
    alter column periods drop not null,
    alter column opens_day drop not null,
    alter column closes_day drop not null,
    alter column final_opens drop not null,
    alter column final_closes drop not null,
    alter column days_to_send drop not null,
    alter column remind_days drop not null,
    alter column enforced drop not null,
    add constraint calendar_setting_all_or_none check (num_nulls(periods, opens_day, closes_day, final_opens, final_closes,
        days_to_send, remind_days, enforced) in (0, 8));
