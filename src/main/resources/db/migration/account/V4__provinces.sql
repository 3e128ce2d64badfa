-- A viewer reads approved figures of a province's wards or of all; an administrator may be of a province.
alter table user_account drop constraint user_account_role_check;
alter table user_account drop constraint user_account_check;
alter table user_account add column province_code text references province;
alter table user_account
    add constraint user_account_role_check check (role in ('ADMIN', 'OFFICIAL', 'REVIEWER', 'DELEGATE', 'VIEWER')),
    add constraint user_account_place_check check (
        case role when 'VIEWER' then ward_code is null
                  when 'ADMIN' then ward_code is null or province_code is null
                  else ward_code is not null and province_code is null end);
