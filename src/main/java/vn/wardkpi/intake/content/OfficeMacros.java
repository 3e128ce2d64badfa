package vn.wardkpi.intake.content;

import java.util.Locale;

/**
 * Where office files carry programs: VBA projects and the macro sheets of Excel 4.
 */
final class OfficeMacros {

	private static final int BOUNDSHEET = 0x85;

	private static final int END = 0x0a;

	private OfficeMacros() {
	}

	/**
	 * @param name of a part of a .docx or .xlsx, in lower case
	 */
	static boolean isPart(String name) {
		return name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/") || name.endsWith("vbadata.xml");
	}

	/**
	 * @param name of a stream or storage of a .doc or .xls
	 */
	static boolean isStorage(String name) {
		String last = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
		return last.equals("MACROS") || last.equals("VBA") || last.startsWith("_VBA_PROJECT");
	}

	/**
	 * The workbook's records say of each sheet what it is: type, length, then position (4
	 * bytes), visibility, and 1 for a macro sheet.
	 */
	static boolean hasMacroSheet(byte[] workbook) {
		int at = 0;
		while (at + 4 <= workbook.length) {
			int type = unsigned(workbook, at);
			int length = unsigned(workbook, at + 2);
			if (type == BOUNDSHEET && length >= 6 && at + 9 < workbook.length && workbook[at + 9] == 1) {
				return true;
			}
			if (type == END) {
				return false;
			}
			at += 4 + length;
		}
		return false;
	}

	private static int unsigned(byte[] bytes, int at) {
		return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
	}

}
