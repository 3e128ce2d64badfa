-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table actual add constraint actual_text_lengths check (
    char_length(note) <= 2000 and char_length(cause) <= 2000 and char_length(remedy) <= 2000
    and char_length(no_data_reason) <= 2000 and char_length(entered_by) <= 100) not valid;

alter table approved_actual add constraint approved_actual_text_lengths check (
    char_length(period) <= 20 and char_length(achieved) <= 20 and char_length(note) <= 2000
    and char_length(cause) <= 2000 and char_length(remedy) <= 2000 and char_length(no_data_reason) <= 2000
    and char_length(entered_by) <= 100 and char_length(approved_by) <= 100) not valid;

alter table verdict_override add constraint verdict_override_text_lengths check (
    char_length(reason) <= 2000 and char_length(reference) <= 2000 and char_length(created_by) <= 100
    and char_length(revoked_by) <= 100 and char_length(revoke_reason) <= 2000) not valid;
