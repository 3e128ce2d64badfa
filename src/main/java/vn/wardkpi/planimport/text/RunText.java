package vn.wardkpi.planimport.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import vn.wardkpi.shared.Problem;

/**
 * Puts the pieces of a cell together as a reader takes them: without what is struck out
 * or hidden and without marks of notes, with symbols and old fonts in Unicode. What was
 * left out is said.
 */
public class RunText {

	private static final Pattern MARK = Pattern.compile("[\\d*†‡()\\[\\],; ]+|\\p{L}\\)?");

	/** "km²" and "m³" are units, no notes. */
	private static final Pattern METRE = Pattern.compile("(?:.*[^\\p{L}])?[kcdh]?m", Pattern.DOTALL);

	/** "1" behind "10" is a note. */
	private static final Pattern EXPONENT = Pattern.compile("[-–−]\\d{1,2}|[2-9]|1[0-9]");

	private static final Pattern POWER = Pattern.compile("(?:.*\\D)?10", Pattern.DOTALL);

	private final StringBuilder text = new StringBuilder();

	/** Raised text before all other: a mark, unless nothing else follows. */
	private final StringBuilder leading = new StringBuilder();

	private final List<Problem> problems = new ArrayList<>();

	private LegacyEncoding encoding = LegacyEncoding.NONE;

	public RunText add(String piece, RunStyle style) {
		String shown = shown(piece, style);
		if (style.hidden()) {
			leftOut("import-hidden-text", shown);
		}
		else if (style.struck()) {
			leftOut("import-struck-text", shown);
		}
		else if (style.raised()) {
			raised(shown);
		}
		else {
			this.text.append(shown);
			leading();
		}
		return this;
	}

	public RunText add(String piece) {
		return add(piece, RunStyle.PLAIN);
	}

	private String shown(String piece, RunStyle style) {
		if (style.encoding() != LegacyEncoding.NONE) {
			this.encoding = style.encoding();
			String decoded = style.encoding().decode(piece);
			return style.isCapitals() ? decoded.toUpperCase(Locale.ROOT) : decoded;
		}
		return SymbolFont.toUnicode(piece, style.isSymbols());
	}

	private void leftOut(String code, String what) {
		if (!what.isBlank()) {
			this.problems.add(Problem.warning(code, CellText.abbreviated(what)));
		}
	}

	private void leading() {
		if (!this.leading.isEmpty() && !this.text.toString().isBlank()) {
			this.problems.add(Problem.info("import-note-mark", this.leading.toString().strip()));
			this.leading.setLength(0);
		}
	}

	private void raised(String piece) {
		String mark = piece.strip();
		if (this.text.toString().isBlank()) {
			this.leading.append(piece);
		}
		else if (mark.equals("2") && METRE.matcher(this.text).matches()) {
			this.text.append('²');
		}
		else if (mark.equals("3") && METRE.matcher(this.text).matches()) {
			this.text.append('³');
		}
		else if (EXPONENT.matcher(mark).matches() && POWER.matcher(this.text).matches()) {
			this.text.append('^').append(mark);
		}
		else if (MARK.matcher(mark).matches()) {
			this.problems.add(Problem.info("import-note-mark", mark));
		}
		else {
			this.text.append(piece);
		}
	}

	/** What the cell says. */
	public String text() {
		return this.leading + this.text.toString();
	}

	/** What was left out. */
	public List<Problem> problems() {
		return this.problems;
	}

	/** The encoding that a font told of. */
	public LegacyEncoding encoding() {
		return this.encoding;
	}

}
