-- Published: what the people are called whose usernames others keep. No account is ever deleted, so that who left keeps
-- the name.
create view person_row as
select username, display_name as name
from user_account;

-- They stand on pages of many plans.
create trigger user_account_content_version after insert or update of display_name or delete on user_account
    for each statement execute function every_content_changed();
