package vn.wardkpi.submission.web.workbook;

import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a form's workbook look; those to be filled in are coloured.
 */
final class FormStyles {

	private static final String FONT = "Times New Roman";

	private final XSSFWorkbook workbook;

	private final Map<Look, CellStyle> styles = new HashMap<>();

	FormStyles(XSSFWorkbook workbook) {
		this.workbook = workbook;
	}

	CellStyle title() {
		return style(new Look(true, false, false, null, "", true, false));
	}

	CellStyle hint() {
		return style(new Look(false, false, false, null, "", true, false));
	}

	CellStyle heading(boolean figure) {
		return style(new Look(true, true, figure, IndexedColors.GREY_25_PERCENT, "", true, false));
	}

	CellStyle known(boolean figure, boolean bold, boolean indented) {
		return style(new Look(bold, true, figure, null, "", true, indented));
	}

	CellStyle open(boolean figure, String format) {
		return style(new Look(false, true, figure, IndexedColors.LEMON_CHIFFON, figure ? format : "", false, false));
	}

	CellStyle shut() {
		return style(new Look(false, true, false, IndexedColors.GREY_25_PERCENT, "", true, false));
	}

	private CellStyle style(Look wanted) {
		return this.styles.computeIfAbsent(wanted, (look) -> {
			Font font = this.workbook.createFont();
			font.setFontName(FONT);
			font.setBold(look.bold());
			CellStyle style = this.workbook.createCellStyle();
			style.setFont(font);
			style.setWrapText(true);
			style.setVerticalAlignment(VerticalAlignment.CENTER);
			style.setLocked(look.locked());
			style.setAlignment(look.figure() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
			style.setIndention((short) (look.indented() ? 1 : 0));
			if (!look.format().isEmpty()) {
				style.setDataFormat(this.workbook.createDataFormat().getFormat(look.format()));
			}
			IndexedColors colour = look.colour();
			if (colour != null) {
				style.setFillForegroundColor(colour.getIndex());
				style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
			}
			if (look.framed()) {
				style.setBorderTop(BorderStyle.THIN);
				style.setBorderBottom(BorderStyle.THIN);
				style.setBorderLeft(BorderStyle.THIN);
				style.setBorderRight(BorderStyle.THIN);
			}
			return style;
		});
	}

	private record Look(boolean bold, boolean framed, boolean figure, @Nullable IndexedColors colour, String format,
			boolean locked, boolean indented) {
	}

}
