-- How long a text may be (shared.FreeText: names 300, other words 2,000 characters). What is on record already stays as
-- it is; new rows and changes keep to it.

alter table province add constraint province_text_lengths check (
    char_length(code) <= 2 and char_length(name) <= 300 and char_length(kind) <= 300
    and char_length(search_key) <= 300 and char_length(former_name) <= 300) not valid;

alter table ward add constraint ward_text_lengths check (
    char_length(code) <= 5 and char_length(name) <= 300 and char_length(search_key) <= 300) not valid;

alter table ward_predecessor add constraint ward_predecessor_text_lengths check (
    char_length(predecessor_name) <= 300 and char_length(source) <= 2000) not valid;

alter table lead_unit add constraint lead_unit_text_lengths check (
    char_length(code) <= 300 and char_length(name) <= 300) not valid;
