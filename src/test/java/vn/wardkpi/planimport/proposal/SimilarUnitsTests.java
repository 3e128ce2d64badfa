package vn.wardkpi.planimport.proposal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.ward.LeadUnitCode;

import static org.assertj.core.api.Assertions.assertThat;

class SimilarUnitsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Phòng Kinh tế                            | Phòng Kinh tế, Hạ tầng và Đô thị
			Phòng VH-XH                              | Phòng Văn hóa - Xã hội
			Phòng KT, HT&ĐT                          | Phòng Kinh tế, Hạ tầng và Đô thị
			Phòng Văn hóa xã hôị                     | -
			Phòng Văn hoa - Xã hộii                  | Phòng Văn hóa - Xã hội
			Công an phường Mẫu                       | Công an phường
			Văn phòng HĐND và UBND                   | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân
			Phòng Tư pháp                            | -
			Trường Tiểu học B                        | -
			Tổ dân phố 12                            | -
			Phòng                                    | -
			Ban Chỉ huy Quân sự                      | -
			Công an phường                           | -
			""")
	void isFoundByAShorterAnAbbreviatedOrAMistypedName(String written, String meant) {
		Map<String, String> known = new LinkedHashMap<>();
		for (String name : new String[] { "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội",
				"Công an phường", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trường Tiểu học A",
				"Tổ dân phố 11" }) {
			known.put(LeadUnitCode.of(name), name);
		}
		assertThat(new SimilarUnits(known).of(written))
			.isEqualTo(meant.equals("-") ? java.util.List.of() : java.util.List.of(meant));
	}

}
