-- Published: how many notices a person has not read, for the frame of every page.
create view unread_notice as
select username, count(*)::integer as number
from notice
where read_at is null
group by username;
