-- Sentences for the reviewers of all wards: those without a ward, looked after by the installation's administrators.
alter table comment_template alter column ward_code drop not null;
alter table comment_template drop constraint comment_template_ward_code_text_key;
alter table comment_template add unique nulls not distinct (ward_code, text);

-- Those of them that a ward does not use.
create table comment_template_left_out (
    ward_code   text        not null references ward,
    template_id bigint      not null references comment_template on delete cascade,
    left_out_by text        not null check (char_length(left_out_by) <= 100),
    left_out_at timestamptz not null,
    primary key (ward_code, template_id)
);
