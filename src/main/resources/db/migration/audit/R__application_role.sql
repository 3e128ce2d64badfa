-- What the program's database role may do: read and write, but neither alter nor take away what is append-only, nor
-- define anything. Runs again whenever it or the role's name changes; later tables get the same rights by default.
-- A table that becomes append-only is added to the list here, so that this runs again.
-- Where one role does everything there is nothing to grant, and the program says so when it starts.
do
$$
declare
    program     text := '${applicationRole}';
    here        text := '${flyway:defaultSchema}';
    append_only text[] := array ['audit_entry', 'approved_actual', 'evidence_file', 'evidence_content',
                                   'decision_file', 'published_headline', 'settings_logo', 'settings_version',
                                   'catalogue_version', 'lead_unit_name', 'former_indicator_lead_unit',
                                   'question_step', 'ward_former_name', 'report_sentence_version',
                                   'plan_template_version', 'plan_template_row', 'issued_report',
                                  'issued_report_file', 'signed_report'];
    one         text;
begin
    if program = current_user then
        return;
    end if;
    if not exists (select from pg_roles where rolname = program) then
        raise exception 'There is no database role %: create it before the program starts', program;
    end if;
    execute format('grant usage on schema %I to %I', here, program);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', here, program);
    execute format('grant usage, select on all sequences in schema %I to %I', here, program);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I', here,
                   program);
    execute format('alter default privileges in schema %I grant usage, select on sequences to %I', here, program);
    foreach one in array append_only
    loop
        execute format('revoke update, delete, truncate on %I.%I from %I', here, one, program);
    end loop;
    -- A row's number is the database's, and its link the trigger's.
    execute format('revoke insert on %I.audit_entry from %I', here, program);
    execute format('grant insert (at, actor, ward_code, plan_id, indicator_no, subject, key, action, from_state, '
                   'to_state, reason, origin, act) on %I.audit_entry to %I', here, program);
    execute format('revoke insert, update, delete, truncate on %I.audit_link from %I', here, program);
    execute format('revoke insert, update, delete, truncate on %I.audit_chain from %I', here, program);
    for one in select tablename from pg_tables where schemaname = here and starts_with(tablename, 'flyway_schema_history')
    loop
        execute format('revoke all on %I.%I from %I', here, one, program);
    end loop;
end
$$;
