-- A headline that a report published is never rewritten: what was recorded wrongly is superseded by another row, with the
-- reason, who and when, and one that should not stand here at all is taken back by such a row.

alter table published_headline
    add column source_url text check (char_length(source_url) <= 2000),
    -- The row whose place this one takes; each is superseded once.
    add column supersedes_id bigint unique references published_headline,
    add column taken_back boolean not null default false,
    add column reason text check (char_length(reason) <= 2000),
    -- Null for what was loaded with the plan before there were corrections.
    add column recorded_at timestamptz,
    add column recorded_by text check (char_length(recorded_by) <= 100),
    add constraint headline_corrected_with_reason check (supersedes_id is null
        or (length(reason) > 0 and recorded_at is not null and recorded_by is not null)),
    add constraint headline_taken_back_by_correction check (not taken_back or supersedes_id is not null);

-- Of a year, issuer and stage one is valid: that is looked at while the plan is held.
alter table published_headline drop constraint published_headline_plan_id_year_issuer_stage_key;
create index on published_headline (plan_id, year, issuer, stage);

create trigger published_headline_append_only
    before update or delete or truncate on published_headline
    for each statement execute function refuse_change();

-- What is valid today.
create or replace view published_headline_row as
select h.plan_id, h.year, h.issuer, h.stage, h.assigned, h.attained, h.exceeded, h.not_met, h.decision, h.reported_on,
       h.note, h.source
from published_headline h
where not h.taken_back and not exists (select from published_headline later where later.supersedes_id = h.id);
