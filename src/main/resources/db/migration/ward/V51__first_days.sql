-- Whoever hands something to a unit from a day on asks whether it is there by then.
create or replace view lead_unit_row as
select id, ward_code, code, name, ends_on, begins_on
from lead_unit;
