-- Whatever changes what everybody may see of a plan raises its content version.

create function own_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(case when tg_op = 'DELETE' then old.id else new.id end);
    return null;
end
$$;

-- For tables whose rows name their indicator.
create function indicator_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(plan_id)
    from indicator
    where id = case when tg_op = 'DELETE' then old.indicator_id else new.indicator_id end;
    return null;
end
$$;

-- For tables whose rows name their decision.
create function decision_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(plan_id)
    from target_decision
    where id = case when tg_op = 'DELETE' then old.decision_id else new.decision_id end;
    return null;
end
$$;

create trigger plan_content_version after insert or update or delete on plan
    for each row execute function own_content_changed();
create trigger indicator_content_version after insert or update or delete on indicator
    for each row execute function plan_content_changed();
create trigger indicator_change_content_version after insert or update or delete on indicator_change
    for each row execute function indicator_content_changed();
create trigger indicator_lead_unit_content_version after insert or update or delete on indicator_lead_unit
    for each row execute function indicator_content_changed();
create trigger target_decision_content_version after insert or update or delete on target_decision
    for each row execute function plan_content_changed();
create trigger target_content_version after insert or update or delete on target
    for each row execute function decision_content_changed();
create trigger decision_file_content_version after insert or update or delete on decision_file
    for each row execute function decision_content_changed();
create trigger published_headline_content_version after insert or update or delete on published_headline
    for each row execute function plan_content_changed();

-- The names of a ward's lead units stand on the pages of its plans.
create function lead_unit_content_changed() returns trigger
    language plpgsql as
$$
begin
    perform raise_content(p.id)
    from (select id
          from plan
          where ward_code = case when tg_op = 'DELETE' then old.ward_code else new.ward_code end
          order by id) p;
    return null;
end
$$;

create trigger lead_unit_content_version after insert or update or delete on lead_unit
    for each row execute function lead_unit_content_changed();
