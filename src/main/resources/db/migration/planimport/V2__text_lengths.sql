-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table import_draft add constraint import_draft_text_lengths check (
    char_length(owner) <= 100 and char_length(file_name) <= 300) not valid;
