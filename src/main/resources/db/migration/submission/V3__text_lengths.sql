-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table submission add constraint submission_text_lengths check (
    char_length(period) <= 20 and char_length(submitted_by) <= 100 and char_length(reviewed_by) <= 100
    and char_length(comment) <= 2000) not valid;

alter table submission_row add constraint submission_row_text_lengths check (
    char_length(comment) <= 2000 and char_length(decided_by) <= 100 and char_length(achieved) <= 20
    and char_length(no_data_reason) <= 2000 and char_length(cause) <= 2000 and char_length(remedy) <= 2000
    and char_length(note) <= 2000) not valid;
