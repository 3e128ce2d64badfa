package vn.wardkpi.report.sentence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A sentence as a ward writes it, its places by name in braces.
 */
final class WrittenSentence {

	private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

	private WrittenSentence() {
	}

	/**
	 * @return the text as it is kept: its places as the program calls them, blanks single
	 * @throws RefusedException INVALID with everything that is wrong, at the field "text"
	 */
	static String checked(Sentence sentence, @Nullable String text) {
		String written = plain(text);
		if (written.isEmpty()) {
			throw refused(List.of(Problem.error("required")));
		}
		List<Problem> problems = new ArrayList<>(FreeText.WORDS.problem(written).stream().toList());
		Set<String> used = new LinkedHashSet<>();
		StringBuilder kept = new StringBuilder();
		Matcher places = PLACE.matcher(written);
		while (places.find()) {
			String name = Objects.requireNonNull(places.group(1)).strip().toLowerCase(Locale.ROOT);
			if (!sentence.places().contains(name)) {
				problems.add(unknown(sentence, name));
			}
			used.add(name);
			places.appendReplacement(kept, Matcher.quoteReplacement("{" + name + "}"));
		}
		places.appendTail(kept);
		String around = PLACE.matcher(written).replaceAll("");
		if (around.contains("{") || around.contains("}")) {
			problems.add(Problem.error("sentence-braces"));
		}
		if (!sentence.mayHoldNumbers() && around.codePoints().anyMatch(Character::isDigit)) {
			problems.add(Problem.error("sentence-number"));
		}
		sentence.places()
			.stream()
			.filter((place) -> sentence.needed().contains(place) && !used.contains(place))
			.forEach((place) -> problems.add(Problem.error("sentence-place-missing", "{" + place + "}")));
		if (!problems.isEmpty()) {
			throw refused(problems);
		}
		return kept.toString();
	}

	private static Problem unknown(Sentence sentence, String name) {
		return sentence.places().isEmpty() ? Problem.error("sentence-no-places", "{" + name + "}") : Problem
			.error("sentence-place-unknown", "{" + name + "}", "{" + String.join("}, {", sentence.places()) + "}");
	}

	private static String plain(@Nullable String text) {
		return (text != null) ? Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ") : "";
	}

	/**
	 * @param arguments in the order of the sentence's places
	 */
	static String filled(Sentence sentence, String text, Object... arguments) {
		return PLACE.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(
					String.valueOf(arguments[sentence.places().indexOf(Objects.requireNonNull(match.group(1)))])));
	}

	private static RefusedException refused(List<Problem> problems) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				problems.stream().map((problem) -> new FieldProblem("text", problem)).toList());
	}

}
