package vn.wardkpi.bulkimport;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.ward.Wards;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * File names against the real wards of the country.
 */
class WardMatcherTests extends IntegrationTest {

	private static @Nullable WardMatcher country;

	@Autowired
	private Wards wards;

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			00592.xlsx                                           | 00592
			00592_2026-2030.xlsx                                 | 00592
			Phụ lục 00592/phu luc.xlsx                           | 00592
			Phường Từ Liêm/Phụ lục số 1.xlsx                     | 00592
			phuong-tu-liem.docx                                  | 00592
			PHUONG TU LIEM - KH 2026-2030.xlsx                   | 00592
			PhuongTuLiem2026.xlsx                                | 00592
			tuliem.xlsx                                          | 00592
			12. P. Từ Liêm (chính thức).xlsx                     | 00592
			Hà Nội/Tây Hồ.xlsx                                   | 00103
			Thành phố Hà Nội/Tây Hồ/phụ lục.xlsx                 | 00103
			Phường Tây Hồ.xlsx                                   | 00103
			Tây Hồ, Hà Nội                                       | 00103
			xã tây hồ.xlsx                                       | 20380
			Tây Hồ.xlsx                                          | 00103 20380
			Phường Ba Đình.xlsx                                  | 00004
			Xã Ba Dinh.xlsx                                      | 16171 21499
			Xã Ba Đình.xlsx                                      | 16171
			Phường Từ Liêm/Phường Tây Mỗ.xlsx                    | 00592 00634
			Phụ lục chỉ tiêu chủ yếu năm số 2.xlsx               | -
			phu luc.xlsx                                         | -
			Phường Từ Liễm.xlsx                                  | -
			""")
	void findsTheWardOfAFile(String path, @Nullable String codes) {
		List<WardCode> expected = (codes == null) ? List.of()
				: Arrays.stream(codes.split(" ")).map(WardCode::new).toList();
		assertThat(matcher().match(path)).containsExactlyInAnyOrderElementsOf(expected);
	}

	private WardMatcher matcher() {
		if (country == null) {
			country = new WardMatcher(this.wards.inForce(null, LocalDate.of(2026, 1, 1)));
		}
		return country;
	}

}
