-- Shared definitions of indicators. Every change adds a version; the highest is in force.
create sequence catalogue_number start 1000;

create table catalogue_version (
    definition_id bigint      not null,
    version       integer     not null check (version > 0),
    name          text        not null check (name <> '' and char_length(name) <= 300),
    unit          text check (char_length(unit) <= 300),
    direction     text        not null check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
    value_type    text        not null check (value_type in ('AMOUNT', 'PERCENT', 'COUNT', 'RATIO', 'QUALITATIVE')),
    measured      text check (char_length(measured) <= 2000),
    source        text check (char_length(source) <= 2000),
    formula       text check (char_length(formula) <= 2000),
    changed_by    text        not null check (char_length(changed_by) <= 100),
    changed_at    timestamptz not null,
    primary key (definition_id, version)
);
create trigger catalogue_version_append_only before update or delete or truncate on catalogue_version
    for each statement execute function refuse_change();

-- What a person said an indicator is; a null is none of them. Where there is no row nobody said.
create table catalogue_link (
    indicator_id  bigint primary key references indicator on delete cascade,
    definition_id bigint,
    said_by       text        not null check (char_length(said_by) <= 100),
    said_at       timestamptz not null
);
create index on catalogue_link (definition_id);

-- A first list, to be changed by the installation. Which indicators wards have, their units and directions: the annex of
-- the five-year plan 2026-2030 of phường Từ Liêm.
insert into catalogue_version (definition_id, version, name, unit, direction, value_type, formula, source, changed_by,
                               changed_at)
select id, 1, name, unit, direction, type, formula,
       'Phụ lục Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030 của phường Từ Liêm', 'installation', now()
from (values
    (1, 'Thu ngân sách Nhà nước trên địa bàn', 'Tỷ đồng', 'HIGHER_IS_BETTER', 'AMOUNT', null),
    (2, 'Tỷ lệ trường công lập đạt chuẩn quốc gia', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số trường công lập đạt chuẩn ÷ tổng số trường công lập × 100'),
    (3, 'Tỷ lệ dân số tham gia BHYT', '%', 'HIGHER_IS_BETTER', 'PERCENT', 'Số người tham gia ÷ dân số × 100'),
    (4, 'Tỷ lệ lao động tham gia bảo hiểm xã hội bắt buộc', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số người tham gia ÷ lực lượng lao động trong độ tuổi × 100'),
    (5, 'Tỷ lệ lao động tham gia bảo hiểm xã hội tự nguyện', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số người tham gia ÷ lực lượng lao động trong độ tuổi × 100'),
    (6, 'Tỷ lệ lao động tham gia bảo hiểm thất nghiệp', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số người tham gia ÷ lực lượng lao động trong độ tuổi × 100'),
    (7, 'Tỷ lệ hộ dân được cung cấp nước sạch', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số hộ được cung cấp ÷ tổng số hộ × 100'),
    (8, 'Tỷ lệ rác thải sinh hoạt được phân loại, thu gom và vận chuyển trong ngày', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     null),
    (9, 'Thu nhập bình quân', 'Triệu đồng/người/tháng', 'HIGHER_IS_BETTER', 'AMOUNT', null),
    (10, 'Tỷ lệ doanh nghiệp vừa và nhỏ sử dụng nền tảng số', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số doanh nghiệp sử dụng ÷ tổng số doanh nghiệp vừa và nhỏ × 100'),
    (11, 'Tỷ lệ hộ gia đình đạt danh hiệu gia đình văn hóa', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số hộ được công nhận ÷ tổng số hộ × 100'),
    (12, 'Tỷ lệ tổ dân phố đạt danh hiệu tổ dân phố văn hóa', '%', 'HIGHER_IS_BETTER', 'PERCENT',
     'Số tổ dân phố được công nhận ÷ tổng số tổ dân phố × 100'),
    (13, 'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng', '%', 'LOWER_IS_BETTER', 'PERCENT',
     'Số trẻ em dưới 5 tuổi bị suy dinh dưỡng ÷ số trẻ em dưới 5 tuổi × 100'),
    (14, 'Số hộ nghèo', 'Hộ', 'LOWER_IS_BETTER', 'COUNT', null))
    as first_list (id, name, unit, direction, type, formula);
