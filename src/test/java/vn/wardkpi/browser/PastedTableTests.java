package vn.wardkpi.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables as offices have them, pasted into the form of the final figures of 2026. The
 * form has the rows of some units of Phường Mẫu: 1, 1.1, 1.2, group 2 with 2.1 (x of y),
 * 2.2 and 2.3, 3, 4, 10, 11, 18 (a word) and 21. A figure never goes into a row that the
 * line's text does not name.
 */
class PastedTableTests extends ScriptTest {

	private static final List<String> ON_THE_FORM = List.of("1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "3", "4", "10",
			"11", "18", "21");

	private static final String PLAN = """
			async ([text, html, rows, period, column]) => {
			  const { read } = await import('/js/sheet/clipboard.js');
			  const { plan } = await import('/js/sheet/paste-plan.js');
			  const answers = [{ value: '', text: '–' }, { value: 'MET', text: 'Đạt' }, { value: 'NOT_MET', text: 'Không đạt' }];
			  const lines = rows.map(([no, parent, name, unit]) => {
			    const group = no === '2';
			    return { no, parent, name, unit, group, row: group ? null
			      : { no, takesParts: no === '2.1', words: no === '18' ? answers : null } };
			  });
			  const copied = read(text, html);
			  const found = plan(copied.cells, lines, 0, { year: '2026', period, merged: copied.merged,
			    column: column === '' ? undefined : Number(column) });
			  const filled = found.fill.map((one) => (one.sure ? '' : '?') + one.row.no + '=' + one.shown);
			  const out = found.out.map((one) => one.why + ' ' + one.source);
			  const ask = found.ask.map((one) => 'ask ' + one.column + ' ' + one.heading);
			  const blank = found.blank.length > 0 ? ['blank ' + found.blank.join(',')] : [];
			  const words = found.text.length > 0 ? ['text ' + found.text.join(',')] : [];
			  return [...filled, ...blank, ...words, ...out, ...ask].join('; ');
			}
			""";

	@Test
	void reportOfTheWholePlanGoesByNumberAndName() {
		StringBuilder table = new StringBuilder("TT\tChỉ tiêu\tĐVT\tKH 2026\tTH 2026\n");
		int figure = 50;
		for (CSVRecord row : rowsOfThePlan()) {
			boolean group = row.get("no").equals("2");
			table.append(String.join("\t", row.get("no"), row.get("name"), row.get("unit"), group ? "" : "1" + figure,
					group ? "" : row.get("no").equals("18") ? "Đạt" : String.valueOf(figure++)))
				.append('\n');
		}
		assertThat(pasted(table.toString()))
			.startsWith(
					"1=50; 1.1=51; 1.2=52; 2.1=53; 2.2=54; 2.3=55; 3=56; 4=57; 10=63; 11=64; 18=Đạt; 21=73; foreign 5 ")
			.contains("foreign 22 Các tụ điểm")
			.doesNotContain("ask");
	}

	@Test
	void columnOfComparisonVerdictOrNotesIsNeverTheFigure() {
		assertThat(pasted(
				"TT\tChỉ tiêu\tĐVT\tKH 2026\tTH 2026\tSo sánh %\n3\tTỷ lệ dân số tham gia BHYT\t%\t94,5\t95,1\t100,6\n"))
			.isEqualTo("3=95,1");
		assertThat(pasted("TT\tChỉ tiêu\tTH 2026\tĐạt\n3\tTỷ lệ dân số tham gia BHYT\t95,1\tx\n")).isEqualTo("3=95,1");
		assertThat(pasted("TT\tChỉ tiêu\tThực hiện\tGhi chú\n11\tSố hộ nghèo giảm còn\t34\tGiảm 8 hộ\n"))
			.isEqualTo("11=34");
		assertThat(pasted("TT\tChỉ tiêu\tThực hiện KH 2026\tKết quả\n11\tSố hộ nghèo giảm còn\t105,2%\t34\n"))
			.isEqualTo("11=34");
	}

	@Test
	void columnIsAskedForWhereNoHeadingSaysIt() {
		String table = "3\tTỷ lệ dân số tham gia BHYT\t%\t94,5\t95,1\n11\tSố hộ nghèo giảm còn\tHộ\t35\t34\n";
		assertThat(pasted(table)).isEqualTo("ask 3 ; ask 4 ");
		assertThat(chosen(table, "4")).isEqualTo("3=95,1; 11=34");
		assertThat(pasted("3\tTỷ lệ dân số tham gia BHYT\t95,1\n11\tSố hộ nghèo giảm còn\t34\n"))
			.isEqualTo("3=95,1; 11=34");
		assertThat(pasted("TT\tChỉ tiêu\tKH 2026\n3\tTỷ lệ dân số tham gia BHYT\t94,5\n")).isEqualTo("ask 2 KH 2026");
		assertThat(pasted("TT\tChỉ tiêu\tTH 2025\n3\tTỷ lệ dân số tham gia BHYT\t93,5\n")).isEqualTo("ask 2 TH 2025");
	}

	@Test
	void numbersAloneInSeveralColumnsAreAskedFor() {
		assertThat(pasted("320,5\t331,2\n250,5\t255,8\n")).isEqualTo("ask 0 ; ask 1 ");
		assertThat(chosen("320,5\t331,2\n250,5\t255,8\n", "1")).isEqualTo("1=331,2; 1.1=255,8");
		assertThat(pasted("331,2\n255,8\n")).isEqualTo("1=331,2; 1.1=255,8");
	}

	@Test
	void numbersOfIndicatorsWithoutNamesAreUnderstood() {
		assertThat(pasted("1\t331,2\n1.2\t75,4\n")).isEqualTo("1=331,2; 1.2=75,4");
	}

	@Test
	void numberMayHaveAPointOrBrackets() {
		assertThat(pasted("STT\tNội dung chỉ tiêu\tThực hiện\n1.\tThu ngân sách Nhà nước trên địa bàn\t331,2\n"
				+ "(3)\tTỷ lệ dân số tham gia BHYT\t95,1\n4)\tTỷ lệ lao động tham gia bảo hiểm xã hội bắt buộc\t44,6\n"))
			.isEqualTo("1=331,2; 3=95,1; 4=44,6");
		assertThat(pasted(
				"Chỉ tiêu\tThực hiện\n1. Thu ngân sách Nhà nước trên địa bàn\t331,2\n10. Thu nhập bình quân\t9,1\n"))
			.isEqualTo("1=331,2; 10=9,1");
	}

	@Test
	void namesWithoutNumbersGoByNameInAnyOrder() {
		assertThat(pasted("Chỉ tiêu\tKết quả\nSố hộ nghèo giảm còn\t34\nTHU NHẬP BÌNH QUÂN\t9,1\n"
				+ "Tỉ lệ dân số tham gia bảo hiểm y tế\t95,1\nThu ngân sách Nhà nuớc trên địa bàn\t331,2\n"))
			.isEqualTo("11=34; 10=9,1; 3=95,1; 1=331,2");
	}

	@Test
	void anotherWordInANameIsAnotherIndicator() {
		assertThat(pasted(
				"Chỉ tiêu\tTH\nTỷ lệ lao động tham gia bảo hiểm xã hội tự nguyện/ lực lượng lao động trong độ tuổi "
						+ "lao động\t3,1\nSố hộ nghèo giảm còn\t34\n"))
			.isEqualTo(
					"11=34; foreign Tỷ lệ lao động tham gia bảo hiểm xã hội tự nguyện/ lực lượng lao động trong độ tuổi "
							+ "lao động");
		assertThat(pasted(
				"TT\tChỉ tiêu\tTH\n4\tTỷ lệ lao động tham gia bảo hiểm xã hội tự nguyện/ lực lượng lao động trong độ "
						+ "tuổi lao động\t3,1\n"))
			.startsWith("?4=3,1");
	}

	@Test
	void numberAgainstTheNameLeavesTheLineOut() {
		assertThat(pasted("TT\tChỉ tiêu\tTH\n3\tSố hộ nghèo giảm còn\t34\n10\tThu nhập bình quân\t9,1\n"))
			.isEqualTo("10=9,1; number 3 Số hộ nghèo giảm còn");
		assertThat(pasted("TT\tChỉ tiêu\tTH\n3\tDiện tích cây xanh đô thị\t34\n10\tThu nhập bình quân\t9,1\n"))
			.isEqualTo("10=9,1; name 3 Diện tích cây xanh đô thị");
		assertThat(pasted("TT\tChỉ tiêu\tTH\n7\tSố hộ nghèo giảm còn\t34\n"))
			.isEqualTo("number 7 Số hộ nghèo giảm còn");
	}

	@Test
	void totalIsNoIndicator() {
		assertThat(pasted("TT\tChỉ tiêu\tTH\n1\tThu ngân sách Nhà nước trên địa bàn\t331,2\n\tTổng cộng\t406,6\n"))
			.isEqualTo("1=331,2; foreign Tổng cộng");
	}

	@Test
	void partsAreUnderstoodUnderTheirParent() {
		assertThat(pasted(
				"TT\tChỉ tiêu\tTH\n1\tThu ngân sách Nhà nước trên địa bàn\t331,2\n\tTrong đó: Thu tiền sử dụng đất\t75,4\n"
						+ "2\tTrường công lập đạt chuẩn quốc gia\t\n-\tCông nhận lại\t1\n-\tCông nhận mới\t2\n"))
			.isEqualTo("1=331,2; 1.2=75,4; 2.2=1; 2.3=2");
	}

	@Test
	void nameMayHoldDigits() {
		assertThat(pasted(
				"TT\tChỉ tiêu\tTH\n17\tTỷ lệ trẻ em dưới 5 tuổi bị SDD giảm còn\t6,9\n11\tSố hộ nghèo giảm còn\t34\n"))
			.isEqualTo("11=34; foreign 17 Tỷ lệ trẻ em dưới 5 tuổi bị SDD giảm còn");
	}

	@Test
	void twoLinesForOneRowAreBothLeftOut() {
		assertThat(pasted("TT\tChỉ tiêu\tTH\n10\tThu nhập bình quân\t9,1\n10\tThu nhập bình quân\t9,4\n"))
			.isEqualTo("twice 10 Thu nhập bình quân; twice 10 Thu nhập bình quân");
	}

	@Test
	void nameThatFitsSeveralRowsIsLeftOut() {
		assertThat(pasted("Chỉ tiêu\tTH\nCông nhận\t1\nSố hộ nghèo giảm còn\t34\n"))
			.isEqualTo("11=34; ambiguous Công nhận");
		assertThat(pasted("Chỉ tiêu\tTH\nCông nhận lại\t1\n")).isEqualTo("2.2=1");
	}

	@Test
	void figureInAnotherUnitCarriesIt() {
		assertThat(pasted("TT\tChỉ tiêu\tĐVT\tTH\n1\tThu ngân sách Nhà nước trên địa bàn\tTriệu đồng\t331.200\n"
				+ "10\tThu nhập bình quân\tTriệu đồng/người/tháng\t9,1\n3\tTỷ lệ dân số tham gia BHYT\t%\t95,1\n"))
			.isEqualTo("1=331.200 Triệu đồng; 10=9,1; 3=95,1");
		assertThat(pasted("TT\tChỉ tiêu\tTH\n1\tThu ngân sách Nhà nước trên địa bàn (tỷ đồng)\t331,2 tỷ\n"))
			.isEqualTo("1=331,2 tỷ");
	}

	@Test
	void estimateAndFinalColumnsGoToTheirForms() {
		String table = "TT\tChỉ tiêu\tƯớc TH 2026\tTH 2026\n11\tSố hộ nghèo giảm còn\t35\t34\n";
		assertThat(pasted(table)).isEqualTo("11=34");
		assertThat(pasted(table, "", "ESTIMATE", "")).isEqualTo("11=35");
		assertThat(pasted("TT\tChỉ tiêu\tƯớc TH 2026\n11\tSố hộ nghèo giảm còn\t35\n")).isEqualTo("ask 2 Ước TH 2026");
	}

	@Test
	void partOfTheYearIsNotTheYear() {
		String table = "TT\tChỉ tiêu\tTH 6 tháng\tTH năm 2026\n11\tSố hộ nghèo giảm còn\t38\t34\n";
		assertThat(pasted(table)).isEqualTo("11=34");
		assertThat(pasted(table, "", "M06", "")).isEqualTo("11=38");
		assertThat(pasted("TT\tChỉ tiêu\tTH quý I\tTH quý II\tTH quý III\n11\tSố hộ nghèo giảm còn\t40\t38\t36\n"))
			.isEqualTo("ask 2 TH quý I; ask 3 TH quý II; ask 4 TH quý III");
	}

	@Test
	void headingOverTwoLinesAndALineOfColumnNumbers() {
		assertThat(pasted(
				"TT\tChỉ tiêu\tĐVT\tNăm 2025\t\tNăm 2026\t\n\t\t\tKH\tTH\tKH\tTH\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n"
						+ "11\tSố hộ nghèo giảm còn\tHộ\t45\t42\t35\t34\n"))
			.isEqualTo("11=34");
	}

	@Test
	void tableOfExcelWithSpansHiddenColumnsAndSections() {
		String html = """
				<html><body><table><col width=40><col width=300><col width=0 style='display:none;mso-width-alt:0'><col width=80><col width=80>
				<tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td rowspan=2>Mã</td><td colspan=2>Năm 2026</td></tr>
				<tr><td>Kế hoạch</td><td>Thực hiện</td></tr>
				<tr><td>I</td><td colspan=4>KINH TẾ</td></tr>
				<tr><td>1</td><td>Thu ngân sách<br>Nhà nước trên địa bàn</td><td>77</td><td>320,5</td><td>331,2<sup>1</sup></td></tr>
				<tr style='display:none'><td>1.1</td><td>Thu từ thuế, phí, lệ phí và thu khác</td><td>78</td><td>250,5</td><td>255,8</td></tr>
				<tr><td>10</td><td>Thu nhập bình quân</td><td>79</td><td>9,0</td><td><s>8,9</s>9,1</td></tr>
				</table></body></html>""";
		assertThat(pasted("TT\tChỉ tiêu", html, "FINAL", "")).isEqualTo("1=331,2; 10=9,1");
	}

	@Test
	void figureMergedOverTwoLinesBelongsToNeither() {
		String html = """
				<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Thực hiện</th></tr>
				<tr><td>2.2</td><td>Công nhận lại</td><td rowspan=2>3</td></tr><tr><td>2.3</td><td>Công nhận mới</td></tr>
				<tr><td>11</td><td>Số hộ nghèo giảm còn</td><td>34</td></tr></table>""";
		assertThat(pasted("", html, "FINAL", ""))
			.isEqualTo("11=34; merged 2.2 Công nhận lại; merged 2.3 Công nhận mới");
	}

	@Test
	void numberMergedOverItsPartsNamesOnlyTheFirst() {
		String html = """
				<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Thực hiện</th></tr>
				<tr><td rowspan=3>1</td><td>Thu ngân sách Nhà nước trên địa bàn</td><td>331,2</td></tr>
				<tr><td>Thu từ thuế, phí, lệ phí và thu khác</td><td>255,8</td></tr><tr><td>Thu tiền sử dụng đất</td><td>75,4</td></tr></table>""";
		assertThat(pasted("", html, "FINAL", "")).isEqualTo("1=331,2; 1.1=255,8; 1.2=75,4");
	}

	@Test
	void sharesAndWordsInATable() {
		assertThat(pasted("TT\tChỉ tiêu\tTH 2026\n2.1\tTỷ lệ trường công lập đạt chuẩn quốc gia\t9/15\n"
				+ "18\tXếp loại chất lượng hoạt động của chính quyền phường\tĐạt\n3\tTỷ lệ dân số tham gia BHYT\t-\n"
				+ "11\tSố hộ nghèo giảm còn\tchưa có\n"))
			.isEqualTo("2.1=9/15; 18=Đạt; blank 3; text 11");
	}

	@Test
	void textWithoutAnyRowOfTheFormFillsNothing() {
		assertThat(pasted("9,5\tđã kiểm tra\n7\tđã kiểm tra\n")).doesNotContain("=");
		assertThat(pasted("Họ tên\tSố điện thoại\nNguyễn Văn An\t0912345678\n")).doesNotContain("=");
	}

	private String pasted(String text) {
		return pasted(text, "", "FINAL", "");
	}

	private String chosen(String text, String column) {
		return pasted(text, "", "FINAL", column);
	}

	private String pasted(String text, String html, String period, String column) {
		List<List<String>> rows = new ArrayList<>();
		for (CSVRecord row : rowsOfThePlan()) {
			if (ON_THE_FORM.contains(row.get("no"))) {
				rows.add(List.of(row.get("no"), row.get("parent"), row.get("name"), row.get("unit")));
			}
		}
		return result(PLAN, List.of(text, html, rows, period, column));
	}

	private static List<CSVRecord> rowsOfThePlan() {
		try (InputStream plan = PastedTableTests.class.getResourceAsStream("/demo/mau-2026-2030.csv");
				CSVParser rows = CSVParser.parse(plan, StandardCharsets.UTF_8,
						CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
			return rows.getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
