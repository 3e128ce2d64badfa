-- From when until when a unit is one, so that those without a plan for a year can be listed.
create or replace view ward_row as
select w.code, w.name, w.kind, w.province_code, v.name as province_name, w.search_key, w.illustrative, w.valid_from,
       w.valid_to
from ward w
join province v on v.code = w.province_code;
