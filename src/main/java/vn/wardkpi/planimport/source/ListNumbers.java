package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that Word itself writes before paragraphs and that stand in no text: counted
 * from paragraph to paragraph.
 */
class ListNumbers {

	private static final int LEVELS = 9;

	private static final int LONGEST_LABEL = 20;

	private static final Pattern PLACE = Pattern.compile("%([1-9])");

	private final Map<String, Level[]> definitions = new HashMap<>();

	/** Which definition a list follows, and where it begins otherwise. */
	private final Map<String, String> lists = new HashMap<>();

	private final Map<String, Integer> starts = new HashMap<>();

	private final Map<String, int[]> counts = new HashMap<>();

	private String definition = "";

	private String list = "";

	private int level;

	ListNumbers(@Nullable PackagePart part) throws IOException, XMLStreamException {
		OfficeParts.read(part, this::read);
	}

	private void read(XMLStreamReader events) {
		String value = OfficeXml.attribute(events, "val");
		switch (events.getLocalName()) {
			case "abstractNum" -> {
				this.definition = String.valueOf(OfficeXml.attribute(events, "abstractNumId"));
				this.definitions.put(this.definition, new Level[LEVELS]);
			}
			case "num" -> {
				this.definition = "";
				this.list = String.valueOf(OfficeXml.attribute(events, "numId"));
			}
			case "abstractNumId" -> this.lists.put(this.list, String.valueOf(value));
			case "lvlOverride" -> this.level = OfficeXml.number(OfficeXml.attribute(events, "ilvl"), 0);
			case "startOverride" -> this.starts.put(this.list + "/" + this.level, OfficeXml.number(value, 1));
			case "lvl" -> {
				this.level = Math.min(OfficeXml.number(OfficeXml.attribute(events, "ilvl"), 0), LEVELS - 1);
				change((level) -> level);
			}
			case "start" -> change((level) -> new Level(OfficeXml.number(value, 1), level.format(), level.text()));
			case "numFmt" -> change((level) -> new Level(level.start(), String.valueOf(value), level.text()));
			case "lvlText" -> change((level) -> new Level(level.start(), level.format(), (value != null) ? value : ""));
			default -> {
			}
		}
	}

	private void change(java.util.function.UnaryOperator<Level> change) {
		Level[] levels = this.definitions.get(this.definition);
		if (levels != null) {
			Level level = levels[this.level];
			levels[this.level] = change.apply((level != null) ? level : Level.PLAIN);
		}
	}

	/**
	 * What Word writes before the next paragraph of a list.
	 * @return blank where it writes nothing
	 */
	String next(String list, int depth) {
		String followed = this.lists.get(list);
		Level[] levels = (followed != null) ? this.definitions.get(followed) : null;
		if (levels == null || depth < 0 || depth >= LEVELS || levels[depth] == null) {
			return "";
		}
		boolean own = this.starts.keySet().stream().anyMatch((key) -> key.startsWith(list + "/"));
		int[] count = this.counts.computeIfAbsent(own ? "list " + list : "as " + followed, (key) -> new int[LEVELS]);
		for (int i = 0; i <= depth; i++) {
			if (count[i] == 0 || i == depth) {
				int start = this.starts.getOrDefault(list + "/" + i, (levels[i] != null) ? levels[i].start() : 1);
				count[i] = (count[i] == 0) ? start : count[i] + 1;
			}
		}
		for (int i = depth + 1; i < LEVELS; i++) {
			count[i] = 0;
		}
		return label(levels, depth, count);
	}

	private static String label(Level[] levels, int depth, int[] count) {
		Level own = levels[depth];
		if (own.format().equals("none")) {
			return "";
		}
		if (own.format().equals("bullet")) {
			return "-";
		}
		Matcher matcher = PLACE.matcher(own.text());
		String label = matcher.replaceAll((found) -> {
			int i = Integer.parseInt(found.group(1)) - 1;
			return Matcher.quoteReplacement((levels[i] != null) ? levels[i].written(count[i]) : "");
		});
		return (label.length() > LONGEST_LABEL) ? "" : label;
	}

	/**
	 * One level of a list.
	 *
	 * @param format the kind of number
	 * @param text what stands around it, "%1.%2."
	 */
	private record Level(int start, String format, String text) {

		static final Level PLAIN = new Level(1, "decimal", "");

		String written(int number) {
			return switch (this.format) {
				case "upperRoman" -> roman(number);
				case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
				case "upperLetter" -> letter(number).toUpperCase(Locale.ROOT);
				case "lowerLetter" -> letter(number);
				case "decimalZero" -> (number < 10) ? "0" + number : String.valueOf(number);
				default -> String.valueOf(number);
			};
		}

		private static String letter(int number) {
			return String.valueOf((char) ('a' + Math.floorMod(number - 1, 26)));
		}

		private static String roman(int number) {
			String[] tens = { "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC" };
			String[] ones = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
			return (0 < number && number < 100) ? tens[number / 10] + ones[number % 10] : String.valueOf(number);
		}

	}

}
