-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table notice add constraint notice_text_lengths check (
    char_length(username) <= 100 and char_length(period) <= 20 and char_length(lead_unit_code) <= 300
    and char_length(indicator_no) <= 15 and char_length(by_username) <= 100) not valid;

alter table digest add constraint digest_text_lengths check (
    char_length(username) <= 100 and char_length(problem) <= 2000) not valid;
