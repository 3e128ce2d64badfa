-- Published: megabytes that a file of evidence may have in a ward, by what the ward and the installation chose; null
-- where neither chose anything.
create function evidence_megabytes_in_force(ward text) returns integer stable language sql as
$$
select least((select s.evidence_megabytes from settings_version s where s.ward_code = ward order by s.version desc limit 1),
             (select s.evidence_megabytes from settings_version s where s.ward_code is null order by s.version desc limit 1))
$$;
