package vn.wardkpi.ward;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LeadUnitCodeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Phòng Văn hóa - Xã Hội            | phong-van-hoa-xa-hoi
			Phòng Văn hoá - Xã hội            | phong-van-hoa-xa-hoi
			Phòng Kinh tế, Hạ tầng và Đô thị  | phong-kinh-te-ha-tang-va-do-thi
			Thuế cơ sở 8 thành phố Hà Nội     | thue-co-so-8-thanh-pho-ha-noi
			""")
	void isTheNameWithoutMarks(String name, String code) {
		assertThat(LeadUnitCode.of(name)).isEqualTo(code);
	}

	@Test
	void needsALetterOrADigit() {
		assertThatIllegalArgumentException().isThrownBy(() -> LeadUnitCode.of(" - "));
	}

}
