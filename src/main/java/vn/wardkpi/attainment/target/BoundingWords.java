package vn.wardkpi.attainment.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words around a target's number, and what they say of it: "phấn đấu đạt từ 98% trở
 * lên" bounds 98 % from below.
 */
final class BoundingWords {

	/** Words that say nothing about the bound. */
	private static final Pattern FILLER = TargetGrammar
		.pattern("(?:phấn đấu|đạt mức|đạt|giảm xuống còn|giảm còn|xuống còn|còn|tăng thêm|tăng lên|nâng lên|tăng|giảm"
				+ "|bình quân|hoàn thành|thực hiện|mức|là|có) ");

	private static final Pattern HOLD = TargetGrammar
		.pattern("(?:tiếp tục )?(?:duy trì|giữ vững|giữ ổn định|giữ|ổn định) ");

	private static final Pattern APPROXIMATELY = TargetGrammar.pattern("(?:(?:ước )?khoảng|xấp xỉ) |~ ?");

	private static final Pattern FROM = TargetGrammar.pattern("từ ");

	/** The longer words first: "không dưới" is not "dưới". */
	private static final Map<Pattern, Comparator> BOUNDS = bounds();

	private static final Pattern OR_MORE = TargetGrammar.pattern(" ?trở lên\\b");

	private static final Pattern OR_LESS = TargetGrammar.pattern(" ?trở xuống\\b");

	private final String stated;

	private @Nullable Comparator bound;

	private boolean hold;

	private boolean approximate;

	private boolean from;

	BoundingWords(String bare) {
		this.stated = withoutSuffix(withoutPrefixes(bare));
	}

	private static Map<Pattern, Comparator> bounds() {
		Map<Pattern, Comparator> bounds = new LinkedHashMap<>();
		bounds.put(TargetGrammar
			.pattern("(?:(?:tối thiểu|ít nhất|không dưới|không thấp hơn|không nhỏ hơn|không ít hơn) " + "|(?:≥|>=) ?)"),
				Comparator.AT_LEAST);
		bounds.put(TargetGrammar.pattern("(?:(?:không vượt quá|không quá|tối đa|nhiều nhất|không cao hơn|không lớn hơn"
				+ "|không nhiều hơn|không trên|không vượt) |(?:≤|<=) ?)"), Comparator.AT_MOST);
		bounds.put(TargetGrammar.pattern("(?:(?:trên|lớn hơn|cao hơn|nhiều hơn|hơn|vượt) |> ?)"), Comparator.MORE_THAN);
		bounds.put(TargetGrammar.pattern("(?:(?:dưới|nhỏ hơn|thấp hơn|ít hơn) |< ?)"), Comparator.LESS_THAN);
		return bounds;
	}

	/** What is left: numbers and their unit. */
	String stated() {
		return this.stated;
	}

	boolean approximate() {
		return this.approximate;
	}

	/** Whether a word such as "trên" bounds the number by itself. */
	boolean isBound() {
		return this.bound != null;
	}

	/** An explicit bound wins over "duy trì"; "từ 12%" alone is from 12 % up. */
	@Nullable Comparator comparator() {
		if (this.bound != null) {
			return this.bound;
		}
		if (this.from) {
			return Comparator.AT_LEAST;
		}
		return this.hold ? Comparator.EXACTLY : null;
	}

	private String withoutPrefixes(String bare) {
		if (!bare.isEmpty() && Character.isDigit(bare.charAt(0))) {
			return bare;
		}
		String rest = bare;
		String before;
		do {
			before = rest;
			rest = withoutPrefix(rest);
		}
		while (!rest.equals(before));
		return rest;
	}

	private String withoutPrefix(String rest) {
		for (Map.Entry<Pattern, Comparator> entry : BOUNDS.entrySet()) {
			Matcher matcher = entry.getKey().matcher(rest);
			if (this.bound == null && matcher.lookingAt()) {
				this.bound = entry.getValue();
				return rest.substring(matcher.end());
			}
		}
		Matcher matcher = FILLER.matcher(rest);
		if (matcher.lookingAt()) {
			return rest.substring(matcher.end());
		}
		if (matcher.usePattern(HOLD).reset().lookingAt()) {
			this.hold = true;
			return rest.substring(matcher.end());
		}
		if (matcher.usePattern(APPROXIMATELY).reset().lookingAt()) {
			this.approximate = true;
			return rest.substring(matcher.end());
		}
		if (matcher.usePattern(FROM).reset().lookingAt()) {
			this.from = true;
			return rest.substring(matcher.end());
		}
		return rest;
	}

	/** "trở lên", "trở xuống" behind the number bound it too. */
	private String withoutSuffix(String stated) {
		if (stated.chars().noneMatch(Character::isLetter)) {
			return stated;
		}
		Matcher matcher = OR_MORE.matcher(stated);
		if (this.bound == null && matcher.find()) {
			this.bound = Comparator.AT_LEAST;
			return matcher.replaceFirst("");
		}
		if (this.bound == null && matcher.usePattern(OR_LESS).reset().find()) {
			this.bound = Comparator.AT_MOST;
			return matcher.replaceFirst("");
		}
		return stated;
	}

}
