package vn.wardkpi.planimport.table;

import java.util.regex.Pattern;

/**
 * Headings over the words of rows: names, units, numbers. All texts come without marks.
 */
final class NameTitle {

	/** Every word of a heading over names, one of the core words among them. */
	private static final Pattern NAME_WORDS = Pattern.compile(
			"(?:(?:stt|ten|goi|noi|dung|danh|muc|he|thong|cac|nhom|loai|mot|so|nhung|chi|tieu|nhiem|vu|va|chu|yeu|chinh|kinh"
					+ "|te|xa|hoi|quoc|phong|an|ninh|kt|xh|ktxh|qp|co|ban|phat|trien|linh|vuc|hang|dien|giai|cua|phuong|cu"
					+ "|the|tong|hop|bo|ve|ke|hoach)[ ,;/&.:–-]*)+");

	private static final Pattern NAMED_YEARS = Pattern
		.compile("^((?:noi dung|ten|danh muc)\\b.*?(?:chi tieu|tieu chi|noi dung).*?)"
				+ "[ ,(]+(?:ke hoach |giai doan |nam )*20\\d\\d(?: ?[-–] ?20\\d\\d)?[)]?$");

	private static final Pattern NAME_CORE = Pattern
		.compile("chi tieu|tieu chi|noi dung|chi so|muc tieu|nhiem vu|hang muc|dien giai|danh muc");

	private static final Pattern UNIT = Pattern
		.compile("(don vi|dvi|dv|d\\.? ?v)[ .(]*(tinh|t|do|do luong)?[ .)]*|(?:dv)?don vi tinh.*|unit");

	/** "Chỉ tiêu (24 chỉ tiêu)", "Đơn vị (Unit)". */
	private static final Pattern REMARK = Pattern.compile("(?<=\\p{L}) ?\\((?![^()]*20\\d\\d)[^()]*\\)$");

	private static final Pattern NUMBER = Pattern
		.compile("s?tt|so tt|so thu tu|thu tu|i|#|no\\.?|ma so|muc|ma|ma chi tieu|s\\.t\\.t|so");

	private NameTitle() {
	}

	/** Whether a heading of names or of numbers is at all possible. */
	static boolean mayBegin(String key) {
		String plain = withoutRemark(key);
		if (!NAME_CORE.matcher(plain).find()) {
			return NUMBER.matcher(plain).matches();
		}
		String words = named(plain);
		return NUMBER.matcher(plain).matches()
				|| (NAME_CORE.matcher(words).find() && NAME_WORDS.matcher(words).matches());
	}

	/**
	 * Whether names stand below a heading.
	 * @param dated whether a year stands in it or above it
	 */
	static boolean isName(String own, boolean dated) {
		String plain = withoutRemark(own);
		String words = named(plain);
		return NAME_WORDS.matcher(words).matches() && NAME_CORE.matcher(words).find()
				&& (!dated || !words.equals(plain));
	}

	static boolean isUnit(String key) {
		return UNIT.matcher(key).matches();
	}

	static boolean isNumber(String key) {
		return NUMBER.matcher(key).matches();
	}

	static String withoutRemark(String key) {
		return key.endsWith(")") ? REMARK.matcher(key).replaceFirst("") : key;
	}

	/** "Nội dung chỉ tiêu năm 2026" names; "Chỉ tiêu năm 2026" is a target. */
	private static String named(String key) {
		return NAMED_YEARS.matcher(key).replaceFirst("$1");
	}

}
