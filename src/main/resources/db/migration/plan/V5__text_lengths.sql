-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table plan add constraint plan_text_lengths check (
    char_length(title) <= 300 and char_length(source) <= 2000 and char_length(created_by) <= 100
    and char_length(status_by) <= 100 and char_length(status_reason) <= 2000) not valid;

alter table indicator add constraint indicator_text_lengths check (
    char_length(no) <= 15 and char_length(name) <= 300 and char_length(unit) <= 300
    and char_length(field) <= 300 and char_length(baseline_text) <= 2000 and char_length(note) <= 2000) not valid;

alter table indicator_change add constraint indicator_change_text_lengths check (
    char_length(recorded_by) <= 100 and char_length(name) <= 300 and char_length(unit) <= 300) not valid;

alter table target_decision add constraint target_decision_text_lengths check (
    char_length(number) <= 300 and char_length(title) <= 300 and char_length(source) <= 2000
    and char_length(created_by) <= 100) not valid;

alter table target add constraint target_text_lengths check (
    char_length(text) <= 2000 and char_length(unit) <= 300) not valid;

alter table published_headline add constraint published_headline_text_lengths check (
    char_length(decision) <= 2000 and char_length(note) <= 2000 and char_length(source) <= 2000) not valid;
