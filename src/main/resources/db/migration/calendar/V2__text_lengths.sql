-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table calendar_setting add constraint calendar_setting_text_lengths check (
    char_length(final_opens) <= 5 and char_length(final_closes) <= 5 and char_length(changed_by) <= 100) not valid;

alter table calendar_dates add constraint calendar_dates_text_lengths check (
    char_length(changed_by) <= 100) not valid;

alter table calendar_extension add constraint calendar_extension_text_lengths check (
    char_length(reason) <= 2000 and char_length(granted_by) <= 100 and char_length(revoked_by) <= 100) not valid;
