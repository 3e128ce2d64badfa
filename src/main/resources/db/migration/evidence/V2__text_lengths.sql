-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table evidence_file add constraint evidence_file_text_lengths check (
    char_length(scanned_by) <= 2000 and char_length(added_by) <= 100 and char_length(sha256) <= 64) not valid;

alter table evidence_deletion add constraint evidence_deletion_text_lengths check (
    char_length(deleted_by) <= 100 and char_length(reason) <= 2000 and char_length(restored_by) <= 100) not valid;
