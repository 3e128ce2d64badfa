-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.
-- The record holds what several texts come to together.

alter table audit_entry add constraint audit_entry_text_lengths check (
    char_length(actor) <= 100 and char_length(ward_code) <= 5 and char_length(indicator_no) <= 15
    and char_length(subject) <= 40 and char_length(key) <= 1000 and char_length(action) <= 40
    and char_length(from_state) <= 20000 and char_length(to_state) <= 20000 and char_length(reason) <= 4000
    and char_length(origin) <= 200) not valid;

alter table audit_chain add constraint audit_chain_text_lengths check (
    char_length(chain) <= 20) not valid;

alter table audit_link add constraint audit_link_text_lengths check (
    char_length(chain) <= 20) not valid;
