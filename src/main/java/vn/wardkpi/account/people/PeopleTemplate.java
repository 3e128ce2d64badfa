package vn.wardkpi.account.people;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.SpreadsheetText;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;

/**
 * A workbook to be filled in: headings in Vietnamese, the roles to choose from, and a
 * sheet that says what goes where.
 */
@Component
public class PeopleTemplate {

	private static final Locale LANGUAGE = Locale.forLanguageTag("vi");

	private static final List<PersonColumn> ORDER = List.of(PersonColumn.NAME, PersonColumn.USERNAME,
			PersonColumn.EMAIL, PersonColumn.ROLE, PersonColumn.PLACE, PersonColumn.LEAD_UNITS);

	/** In characters. */
	private static final int WIDTH = 28;

	private final MessageSource messages;

	private final LeadUnits leadUnits;

	PeopleTemplate(MessageSource messages, LeadUnits leadUnits) {
		this.messages = messages;
		this.leadUnits = leadUnits;
	}

	/**
	 * @param out is not closed
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public void write(Actor actor, OutputStream out) throws IOException {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			CellStyle bold = workbook.createCellStyle();
			Font font = workbook.createFont();
			font.setBold(true);
			bold.setFont(font);
			XSSFSheet people = workbook.createSheet(text("people.template.sheet"));
			Row headings = people.createRow(0);
			for (int i = 0; i < ORDER.size(); i++) {
				headings.createCell(i).setCellValue(text("people.column." + ORDER.get(i)));
				headings.getCell(i).setCellStyle(bold);
				people.setColumnWidth(i, WIDTH * 256);
			}
			people.createFreezePane(0, 1);
			DataValidationHelper helper = people.getDataValidationHelper();
			DataValidation roles = helper.createValidation(helper.createExplicitListConstraint(
					Arrays.stream(Role.values()).map((role) -> text("enum.role." + role)).toArray(String[]::new)),
					new CellRangeAddressList(1, PeopleFile.MOST_ROWS, ORDER.indexOf(PersonColumn.ROLE),
							ORDER.indexOf(PersonColumn.ROLE)));
			roles.setShowErrorBox(true);
			people.addValidationData(roles);
			XSSFSheet help = workbook.createSheet(text("people.template.help"));
			help.setColumnWidth(0, 3 * WIDTH * 256);
			List<String> lines = lines(actor.ward());
			for (int i = 0; i < lines.size(); i++) {
				help.createRow(i).createCell(0).setCellValue(SpreadsheetText.harmless(lines.get(i)));
			}
			workbook.write(out);
		}
	}

	private List<String> lines(@Nullable WardCode ward) {
		List<String> lines = new ArrayList<>();
		ORDER.forEach((column) -> lines.add(text("people.column." + column) + ": " + text("people.help." + column)));
		Arrays.stream(Role.values())
			.forEach((role) -> lines.add(text("enum.role." + role) + ": " + text("account.role." + role)));
		if (ward != null) {
			lines.add(text("people.column.LEAD_UNITS") + ":");
			this.leadUnits.findByWardCodeOrderById(ward).stream().map(LeadUnit::name).forEach(lines::add);
		}
		return lines;
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LANGUAGE);
	}

}
