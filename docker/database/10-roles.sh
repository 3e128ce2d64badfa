#!/bin/sh
# The two roles and the database, neither role a superuser. Runs by itself on an empty volume.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=owner="$WARD_KPI_OWNER_PASSWORD" --set=program="$WARD_KPI_DATABASE_PASSWORD" <<'SQL'
select format('create role %I', name) from (values ('ward_kpi'), ('ward_kpi_app')) as wanted (name)
where not exists (select from pg_roles where rolname = name)
\gexec
alter role ward_kpi login nosuperuser nocreatedb nocreaterole password :'owner';
alter role ward_kpi_app login nosuperuser nocreatedb nocreaterole password :'program';
select 'create database ward_kpi owner ward_kpi encoding ''UTF8'' template template0'
where not exists (select from pg_database where datname = 'ward_kpi')
\gexec
SQL
