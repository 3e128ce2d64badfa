package vn.wardkpi.submission.web.workbook;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.submission.web.entry.RowView;

/**
 * Sends forms as workbooks, as the one who asks may see them.
 */
@Component
class FormFiles {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private final SheetReader sheets;

	private final SubmissionWords words;

	FormFiles(SheetReader sheets, SubmissionWords words) {
		this.sheets = sheets;
		this.words = words;
	}

	void send(SubmissionKey key, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
		Sheet sheet = this.sheets.require(key, actor);
		FormWorkbook workbook = new FormWorkbook(sheet, rows(sheet, locale), this.words, locale);
		response.setContentType(AcceptedKind.XLSX.mediaType());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(fileName(sheet, locale)).build().toString());
		workbook.write(response.getOutputStream());
	}

	/**
	 * "phieu-van-hoa-chinh-thuc-nam-2026.xlsx".
	 */
	private String fileName(Sheet sheet, Locale locale) {
		String period = this.words.text("submission.period." + sheet.key().period(), List.of(), locale);
		String plain = MARKS.matcher(Normalizer.normalize(period, Normalizer.Form.NFD)).replaceAll("");
		String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		return "phieu-" + sheet.key().leadUnit() + "-" + words + "-" + sheet.key().year() + ".xlsx";
	}

	List<RowView> rows(Sheet sheet, Locale locale) {
		return sheet.rows()
			.stream()
			.map((row) -> RowView.of(row, null, null, (problem) -> this.words.of(problem, locale)))
			.toList();
	}

}
