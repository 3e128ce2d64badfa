package vn.wardkpi.shared;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * How long what people write may be, counted in characters (code points), as the
 * constraints of the database count them; and what no text can hold.
 */
public enum FreeText {

	/** What something is called. */
	NAME(300),

	/** A note, a comment, a reason, a cause, a remedy, a target as published. */
	WORDS(2000);

	/** Longest piece of what somebody sent that a message repeats. */
	private static final int LONGEST_ECHO = 100;

	private final int longest;

	FreeText(int longest) {
		this.longest = longest;
	}

	public int longest() {
		return this.longest;
	}

	/**
	 * @return that the text is too long, and how long it may be
	 */
	public Optional<Problem> problem(@Nullable String text) {
		return problem(text, "too-long");
	}

	/**
	 * @param code of a problem that says which text it is
	 * @return as {@link #problem(String)}
	 */
	public Optional<Problem> problem(@Nullable String text, String code) {
		boolean fits = text == null || text.length() <= this.longest
				|| text.codePointCount(0, text.length()) <= this.longest;
		return fits ? Optional.empty() : Optional.of(Problem.error(code, String.valueOf(this.longest)));
	}

	/**
	 * The same beside the field that holds the text.
	 */
	public Optional<FieldProblem> problemAt(String field, @Nullable String text) {
		return problem(text).map((problem) -> new FieldProblem(field, problem));
	}

	/**
	 * Whether every character can be kept: the database takes no NUL, and half of a
	 * surrogate pair is no character.
	 */
	public static boolean isStorable(String text) {
		for (int i = 0; i < text.length(); i++) {
			char one = text.charAt(i);
			boolean pair = Character.isHighSurrogate(one) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (one == '\0' || (Character.isSurrogate(one) && !pair)) {
				return false;
			}
			i += pair ? 1 : 0;
		}
		return true;
	}

	/**
	 * The text as a message repeats it: its beginning and "…" where it is long.
	 */
	public static String echo(String text) {
		return shortened(text, LONGEST_ECHO);
	}

	/**
	 * The beginning of a text and "…" where it has more characters.
	 */
	public static String shortened(String text, int longest) {
		if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
	}

}
