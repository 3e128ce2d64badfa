-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table user_account add constraint user_account_text_lengths check (
    char_length(username) <= 63 and char_length(password_hash) <= 300 and char_length(display_name) <= 300
    and char_length(email) <= 254 and char_length(created_by) <= 100) not valid;

alter table personal_token add constraint personal_token_text_lengths check (
    char_length(name) <= 300 and char_length(token_hash) <= 100) not valid;

alter table sign_in_failure add constraint sign_in_failure_text_lengths check (
    char_length(username) <= 63 and char_length(address) <= 200) not valid;

alter table sign_in_place add constraint sign_in_place_text_lengths check (
    char_length(username) <= 63 and char_length(address) <= 200) not valid;
