package vn.wardkpi.planimport.table;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Chỉ tiêu Nghị quyết Đại hội Đảng bộ       | PARTY
			Chi tiêu Nghị quyết Đại hội               | PARTY
			Chi tiêu                                  | NAME
			Nội dung chỉ tiêu                         | NAME
			Danh mục chỉ tiêu chủ yếu                 | NAME
			Năm 2026 (Đã giao)                        | YEAR
			KH 2027                                   | YEAR
			Mục tiêu năm 2028                         | YEAR
			KH 2026-2030                              | PERIOD
			Giai đoạn 2026 – 2030                     | PERIOD
			Cả giai đoạn                              | PERIOD
			Kết quả thực hiện năm 2025                | BASELINE
			Ước TH 2025                               | BASELINE
			Kế hoạch thực hiện năm 2026               | YEAR
			Thành phố giao năm 2026                   | CITY_YEAR
			So sánh 2026/2025 (%)                     | OTHER
			Đơn vị chủ trì, phối hợp                  | LEAD_UNIT
			Đơn vị tính                               | UNIT
			Đơn vị                                    | UNIT
			STT                                       | NUMBER
			Ghi chú                                   | NOTE
			Tên tiêu chí                              | NAME
			Các chỉ tiêu chính                        | NAME
			Chỉ tiêu, nhiệm vụ                        | NAME
			ĐV                                        | UNIT
			ĐVT                                       | UNIT
			TH 2024                                   | BASELINE
			KQ năm 2025                               | BASELINE
			Thực hiện KH 2025                         | BASELINE
			Ước TH cả năm 2025                        | BASELINE
			Năm 2025 (ước)                            | BASELINE
			Năm gốc 2025                              | BASELINE
			TH 6 tháng đầu năm 2025                   | PART_YEAR
			TH đến 30/6/2025                          | PART_YEAR
			Quý I/2026                                | PART_YEAR
			Mục tiêu đến năm 2030                     | UNTIL
			Đến 2030                                  | UNTIL
			BQ giai đoạn 2026-2030 (%)                | AVERAGE
			Bình quân 5 năm                           | AVERAGE
			So sánh (%)                               | OTHER
			Tăng/giảm                                 | OTHER
			Tăng, giảm so với 2025 (%)                | OTHER
			Tỷ lệ KH 2026 (%)                         | OTHER
			KH 2026/TH 2025 (%)                       | OTHER
			TH 2021-2025                              | OTHER
			HĐND phường giao năm 2026                 | COUNCIL_YEAR
			Nghị quyết Đại hội giao năm 2026          | PARTY_YEAR
			Chỉ tiêu giao                             | PLAN
			Đơn vị phối hợp                           | COOPERATING
			Lãnh đạo phụ trách                        | LEADER
			Đồng chí phụ trách                        | LEADER
			Lãnh đạo UBND phụ trách                   | LEADER
			Thường trực Đảng ủy phụ trách             | LEADER
			Cán bộ theo dõi                           | TEXT
			Năm thứ nhất                              | YEAR
			Năm học 2026-2027                         | YEAR
			TH năm học 2025-2026                      | BASELINE
			Chỉ tiêu kế hoạch                         | NAME
			Nghị quyết số 15/NQ-HĐND ngày 22/12/2025 giao năm 2026 | COUNCIL_YEAR
			""")
	void understandsHeadingsByTheirWords(String title, String part) {
		assertThat(Column.of(List.of(title)).part()).isEqualTo(Column.Part.valueOf(part));
	}

}
