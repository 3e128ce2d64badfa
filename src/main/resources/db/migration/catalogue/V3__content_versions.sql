-- Names of shared definitions stand on pages of many plans, and which indicator is which decides what they compare.
create trigger catalogue_version_content_version after insert or update or delete on catalogue_version
    for each row execute function every_content_changed();
create trigger catalogue_link_content_version after insert or update or delete on catalogue_link
    for each row execute function indicator_content_changed();
