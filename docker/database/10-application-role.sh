#!/bin/sh
# The role that the program works as. Runs by itself on an empty volume; on one from an earlier version, once by hand:
#   docker compose exec database sh /docker-entrypoint-initdb.d/10-application-role.sh
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
    --set=password="$WARD_KPI_DATABASE_PASSWORD" <<'SQL'
select 'create role ward_kpi_app' where not exists (select from pg_roles where rolname = 'ward_kpi_app')
\gexec
alter role ward_kpi_app login nosuperuser nocreatedb nocreaterole password :'password';
SQL
