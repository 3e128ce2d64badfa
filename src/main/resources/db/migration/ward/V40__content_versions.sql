-- Names of wards and provinces stand on pages of many plans.
create trigger province_content_version after insert or update or delete on province
    for each statement execute function every_content_changed();
create trigger ward_content_version after insert or update or delete on ward
    for each statement execute function every_content_changed();
create trigger ward_predecessor_content_version after insert or update or delete on ward_predecessor
    for each statement execute function every_content_changed();
