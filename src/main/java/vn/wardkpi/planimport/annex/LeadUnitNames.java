package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.shared.SearchKey;

/**
 * Takes cells of lead units apart. "Phòng Kinh tế, Hạ tầng và Đô thị" is one unit: commas
 * divide only where the next name begins like a unit's.
 */
class LeadUnitNames {

	private static final Pattern BEGINNING = Pattern.compile(
			"(?:phòng|ban|trạm|công an|văn phòng|thuế|chi cục|bảo hiểm|bhxh|trung tâm|[uủ][yỷ] ban|ubnd|hđnd|mặt trận"
					+ "|mttq|trường|hạt|kho bạc|ngân hàng|đảng [uủ][yỷ]|bộ phận|t[oò][aà] án|chi nhánh|liên đoàn"
					+ "|hội(?! nhập| nghị| đồng)|đoàn(?! thể| kết)|đội|tổ(?! chức)|các (?:phòng|ban|đơn vị|trường|tổ)"
					+ "|quân sự|thống kê (?:cơ sở|khu vực|phường|xã|quận|huyện|tỉnh|thành phố))\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern BULLET = Pattern.compile("^[-–+•*] ?");

	private static final Pattern HARD = Pattern.compile("[;|]");

	/** "Chủ trì: …; Phối hợp: …", also one after the other in a sentence. */
	private static final Pattern LABEL = Pattern.compile(
			"[,;.\\s]*(?:(?:đơn vị|cơ quan|các đơn vị)\\s+)?\\b(chủ trì|phối hợp(?:\\s+(?:với|thực hiện))?)\\b\\s*[:\\-–]?\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	/** "Phòng Kinh tế (chủ trì)". */
	private static final Pattern BEHIND = Pattern.compile(
			"[,;\\s]*([^()]+?)\\s*\\(\\s*(?:(?:đơn vị|cơ quan)\\s+)?(chủ trì|phối hợp)[^()]*\\)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern SOFT = Pattern.compile("(?<=,)\\s*|\\n");

	private final Set<String> known = new HashSet<>();

	/** Most rows name the same few. */
	private final Map<String, Units> read = new HashMap<>();

	/**
	 * @param cells all cells of the column: a name that stands alone somewhere is known
	 */
	LeadUnitNames(Collection<SourceCell> cells) {
		Set<String> seen = new HashSet<>();
		for (SourceCell cell : cells) {
			if (!seen.add(cell.text())) {
				continue;
			}
			for (String part : Parts.of(cell.text()).all()) {
				List<String> names = divide(part);
				if (names.size() == 1) {
					this.known.add(SearchKey.of(names.get(0)));
				}
			}
		}
	}

	Units of(SourceCell cell) {
		return this.read.computeIfAbsent(cell.text(), (text) -> {
			Parts parts = Parts.of(text);
			return new Units(names(parts.answering()), names(parts.cooperating()));
		});
	}

	private List<String> names(List<String> parts) {
		List<String> names = new ArrayList<>();
		for (String part : parts) {
			names.addAll(this.known.contains(SearchKey.of(part)) ? List.of(tidy(part)) : divide(part));
		}
		return names.stream().filter((name) -> name.chars().anyMatch(Character::isLetterOrDigit)).distinct().toList();
	}

	private static List<String> divide(String text) {
		List<String> names = new ArrayList<>();
		for (String piece : SOFT.splitAsStream(text).toList()) {
			String name = tidy(piece);
			boolean begins = BEGINNING.matcher(name).matches();
			if (names.isEmpty() || begins) {
				names.add(name);
			}
			else if (!name.isEmpty()) {
				names.set(names.size() - 1, names.get(names.size() - 1) + separator(text) + name);
			}
		}
		return names;
	}

	private static String separator(String text) {
		return text.contains(",") ? ", " : " ";
	}

	private static String tidy(String piece) {
		String name = BULLET.matcher(piece.strip().replace('\n', ' ')).replaceFirst("").strip();
		while (name.endsWith(",") || name.endsWith(".")) {
			name = name.substring(0, name.length() - 1).strip();
		}
		return name;
	}

	/**
	 * Names of lead units.
	 */
	record Units(List<String> answering, List<String> cooperating) {

		static final Units NONE = new Units(List.of(), List.of());

		boolean isEmpty() {
			return this.answering.isEmpty() && this.cooperating.isEmpty();
		}

	}

	/**
	 * The parts of a cell between hard marks and labels.
	 */
	private record Parts(List<String> answering, List<String> cooperating) {

		static Parts of(String text) {
			Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
			Matcher behind = BEHIND.matcher(text);
			Matcher label = LABEL.matcher(text);
			boolean suffixes = behind.find();
			int from = 0;
			if (suffixes) {
				do {
					parts.add(behind.group(1), answers(behind.group(2)));
					from = behind.end();
				}
				while (behind.find());
				parts.add(text.substring(from), true);
				return parts;
			}
			boolean answers = true;
			while (label.find()) {
				parts.add(text.substring(from, label.start()), answers);
				from = label.end();
				answers = answers(label.group(1));
			}
			parts.add(text.substring(from), answers);
			return parts;
		}

		private static boolean answers(String label) {
			return label.toLowerCase(Locale.ROOT).startsWith("chủ");
		}

		private void add(String text, boolean answers) {
			HARD.splitAsStream(text)
				.filter((part) -> !part.isBlank())
				.forEach((answers ? this.answering : this.cooperating)::add);
		}

		List<String> all() {
			return Stream.concat(this.answering.stream(), this.cooperating.stream()).toList();
		}

	}

}
