package vn.wardkpi.attainment.year;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"7|14|1|0|0|0|Đạt và vượt 21/22 chỉ tiêu (vượt 7, đạt 14), không đạt 1; chưa có số liệu 0",
			"5|7|0|0|0|0|Đạt và vượt 12/12 chỉ tiêu (vượt 5, đạt 7), không đạt 0; chưa có số liệu 0",
			"10|13|2|0|0|0|Đạt và vượt 23/25 chỉ tiêu (vượt 10, đạt 13), không đạt 2; chưa có số liệu 0",
			"8|14|1|0|0|0|Đạt và vượt 22/23 chỉ tiêu (vượt 8, đạt 14), không đạt 1; chưa có số liệu 0",
			"11|17|4|0|0|0|Đạt và vượt 28/32 chỉ tiêu (vượt 11, đạt 17), không đạt 4; chưa có số liệu 0",
			"3|9|1|0|0|9|Đạt và vượt 12/13 chỉ tiêu (vượt 3, đạt 9), không đạt 1; chưa có số liệu 0",
			"0|16|2|12|0|0|Đạt và vượt 16/30 chỉ tiêu (vượt 0, đạt 16), không đạt 2; đang thực hiện 12; chưa có số liệu 0",
			"7|13|1|0|1|0|Đạt và vượt 20/22 chỉ tiêu (vượt 7, đạt 13), không đạt 1; chưa có số liệu 1",
			"0|0|0|3|19|0|Đạt và vượt 0/22 chỉ tiêu (vượt 0, đạt 0), không đạt 0; đang thực hiện 3; chưa có số liệu 19",
			"0|0|0|0|0|22|Không có chỉ tiêu được giao",
			"600|634|0|0|0|0|Đạt và vượt 1234/1234 chỉ tiêu (vượt 600, đạt 634), không đạt 0; chưa có số liệu 0" })
	void saysWhatACouncilReads(int exceeded, int met, int notMet, int inProgress, int noData, int notAssigned,
			String text) {
		Headline headline = Headline.of(judgements(exceeded, met, notMet, inProgress, noData, notAssigned));
		assertThat(headline.text()).isEqualTo(text);
		assertThat(headline.text(Locale.forLanguageTag("vi-VN"))).isEqualTo(text);
		assertThat(headline.assigned()).isEqualTo(exceeded + met + notMet + inProgress + noData);
		assertThat(headline.attained()).isEqualTo(exceeded + met);
		assertThat(headline.notAssigned()).isEqualTo(notAssigned);
	}

	@Test
	void saysEstimatedWhereAnyVerdictIsProvisional() {
		Headline headline = new Headline(22, 7, 15, 0, 0, 0, 0, true);
		assertThat(headline.text())
			.isEqualTo("Ước đạt và vượt 22/22 chỉ tiêu (vượt 7, đạt 15), không đạt 0; chưa có số liệu 0");
		assertThat(headline.text(Locale.ENGLISH)).isEqualTo(
				"Expected to meet or exceed 22 of 22 indicators (exceeded 7, met 15), not met 0; no figures yet 0");
	}

	@Test
	void saysItInEnglish() {
		assertThat(new Headline(24, 7, 14, 1, 1, 1, 3, false).text(Locale.UK)).isEqualTo(
				"Met or exceeded 21 of 24 indicators (exceeded 7, met 14), not met 1; in progress 1; no figures yet 1");
		assertThat(new Headline(0, 0, 0, 0, 0, 0, 22, false).text(Locale.US)).isEqualTo("No indicators assigned");
	}

	@Test
	void isProvisionalIfAnyCountedVerdictIs() {
		Judgement estimated = new Judgement(Verdict.MET, Verdict.MET, true, false, null, null, null, null);
		assertThat(Headline.of(List.of(Judgement.withoutFigure(Verdict.MET), estimated)).provisional()).isTrue();
		assertThat(Headline.of(List.of(Judgement.withoutFigure(Verdict.MET))).provisional()).isFalse();
	}

	private static List<Judgement> judgements(int... counts) {
		List<Judgement> judgements = new ArrayList<>();
		for (Verdict verdict : Verdict.values()) {
			judgements.addAll(Collections.nCopies(counts[verdict.ordinal()], Judgement.withoutFigure(verdict)));
		}
		return judgements;
	}

}
