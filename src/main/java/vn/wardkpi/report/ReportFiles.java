package vn.wardkpi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.pdf.ReportPdf;
import vn.wardkpi.report.text.ReportWords;
import vn.wardkpi.report.word.ReportDocument;
import vn.wardkpi.report.workbook.ReportWorkbook;
import vn.wardkpi.settings.Logo;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.shared.WardCode;

/**
 * Writes reports into files.
 */
@Component
public class ReportFiles {

	private final SettingsService settings;

	private final ReportWords words;

	ReportFiles(SettingsService settings, ReportWords words) {
		this.settings = settings;
		this.words = words;
	}

	/**
	 * How the file is called: "bao-cao-00592-2026-year.docx".
	 */
	public static String name(ReportContent content, ReportFormat format) {
		String kind = content.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return "bao-cao-" + content.wardCode() + "-" + content.year() + "-" + kind + "." + format.ending();
	}

	/**
	 * @param out is not closed
	 */
	public void write(ReportContent content, ReportFormat format, OutputStream out) throws IOException {
		switch (format) {
			case DOCX -> new ReportDocument(content, logo(content)).write(out);
			case PDF -> new ReportPdf(content, logo(content)).write(out);
			case XLSX -> new ReportWorkbook(content, this.words::sheet).write(out);
		}
	}

	private @Nullable Logo logo(ReportContent content) {
		return this.settings.logo(new WardCode(content.wardCode())).orElse(null);
	}

}
