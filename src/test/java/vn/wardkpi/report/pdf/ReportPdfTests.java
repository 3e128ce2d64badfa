package vn.wardkpi.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.Block.Style;
import vn.wardkpi.report.content.Chart;
import vn.wardkpi.report.content.Chart.Point;
import vn.wardkpi.report.content.Frame;
import vn.wardkpi.report.content.Frame.Signature;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where pages end, whatever the length of the text.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReportPdfTests {

	private static final String SENTENCE = "- Tỷ lệ bao phủ bảo hiểm y tế: thực hiện 96,9%, cao hơn 0,4 điểm % so với"
			+ " chỉ tiêu giao (96,5%).";

	/** The last of the text goes to the next page together with what is signed. */
	@ParameterizedTest
	@ValueSource(ints = { 14, 15, 16, 17, 18, 19, 20, 21 })
	void whatIsSignedStandsWithTheLastOfTheText(int sentences) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf(content(sentences)))) {
			assertThat(pageOf(document, "Nơi nhận:")).contains("./.", SENTENCE.substring(0, 20), "CHỦ TỊCH",
					"Nguyễn Văn An");
		}
	}

	/** Sections of one row each: wherever the page ends, none is left alone on it. */
	@Test
	void noHeadingWithinTheAnnexEndsAPage() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf(content(2)))) {
			assertThat(document.getNumberOfPages()).isGreaterThan(4);
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setSortByPosition(true);
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				assertThat(stripper.getText(document).strip()).doesNotMatch("(?s).*Lĩnh vực \\d+$");
			}
		}
	}

	@Test
	void looksForNoFontOfTheMachine(CapturedOutput output) throws IOException {
		assertThat(pdf(content(3))).isNotEmpty();
		assertThat(output.getAll()).doesNotContain("fallback font", "WARN");
	}

	private static String pageOf(PDDocument document, String text) throws IOException {
		for (int page = 1; page <= document.getNumberOfPages(); page++) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setStartPage(page);
			stripper.setEndPage(page);
			String all = stripper.getText(document);
			if (all.contains(text)) {
				return all;
			}
		}
		throw new AssertionError(text);
	}

	private static byte[] pdf(ReportContent content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new ReportPdf(content, null).write(out);
		return out.toByteArray();
	}

	private static List<AnnexLine> lines() {
		List<AnnexLine> lines = new ArrayList<>();
		for (int i = 1; i <= 80; i++) {
			lines.add(new AnnexLine(AnnexLine.Kind.SECTION, List.of("", "Lĩnh vực " + i)));
			lines.add(new AnnexLine(AnnexLine.Kind.COUNTED,
					List.of(String.valueOf(i), "Bao phủ BHYT" + " của phường".repeat(i % 7 * 9))));
		}
		return lines;
	}

	private static ReportContent content(int sentences) {
		List<Block> body = new ArrayList<>();
		body.add(new Block(Style.SECTION, "I. KẾT QUẢ CHUNG"));
		for (int i = 0; i < sentences; i++) {
			body.add(new Block(Style.ITEM, SENTENCE));
		}
		body.add(new Block(Style.PARAGRAPH, "Trên đây là báo cáo kết quả thực hiện các chỉ tiêu./."));
		Frame frame = new Frame("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
				"UBND THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN\nPHƯỜNG TỪ LIÊM", "Số:          /BC-UBND",
				"Từ Liêm, ngày      tháng      năm 2026", "BÁO CÁO", "Kết quả thực hiện các chỉ tiêu năm 2026",
				"Kính gửi: Hội đồng nhân dân phường Từ Liêm", "Nơi nhận:", List.of("Như trên", "Lưu: VT"),
				List.of(new Signature(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An", "Chữ ký số")));
		AnnexLayout annex = new AnnexLayout(List.of("Phụ lục I", "KẾT QUẢ", "(Kèm theo)"), "Phụ lục I",
				List.of(new AnnexColumn(Part.NUMBER, null, null, null, "TT"),
						new AnnexColumn(Part.NAME, null, null, null, "Chỉ tiêu")),
				lines(), List.of());
		Chart chart = new Chart("Bao phủ BHYT", "%", "Mục tiêu", "Thực hiện",
				List.of(new Point(2026, new BigDecimal("96.5"), new BigDecimal("96.9"), "96,5%", "96,9%"),
						new Point(2027, new BigDecimal("97"), null, "97%", "")),
				"Bao phủ BHYT: năm 2026 96,9%.");
		return new ReportContent(1, "00592", ReportKind.YEAR, 2026, Issuer.WARD_COUNCIL, LocalDate.of(2026, 12, 31),
				frame, body, annex, null, List.of(chart), "Biểu đồ", List.of(), List.of(), null);
	}

}
