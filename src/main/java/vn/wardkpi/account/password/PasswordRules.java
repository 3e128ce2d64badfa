package vn.wardkpi.account.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * Which passwords are refused: short ones, names that everybody in the ward knows, and
 * what zxcvbn guesses early because it is common, in published breaches or a pattern. No
 * rule asks for signs or capitals.
 */
@Component
public class PasswordRules {

	public static final int SHORTEST = 10;

	/** What bcrypt reads of a password. */
	static final int MOST_BYTES = 72;

	/** Of 0 to 4: safely unguessable by anybody who has to ask the program. */
	private static final int LEAST_SCORE = 3;

	/** Words that guessers of a ward's passwords try first, and zxcvbn does not know. */
	private static final List<String> LOCAL_WORDS = List.of("ward", "kpi", "wardkpi", "ubnd", "hdnd", "phuong",
			"matkhau", "quantri", "canbo", "daibieu", "chitieu", "kehoach", "vietnam", "hanoi", "anhyeuem", "khongco",
			"hochiminh", "saigon");

	/** Of a name, however long somebody makes it. */
	private static final int MOST_WORDS = 12;

	/**
	 * @param known what others know of the account: username, display name, ward
	 * @return what is wrong, if anything
	 */
	public Optional<Problem> check(String password, List<@Nullable String> known) {
		String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
		if (composed.codePointCount(0, composed.length()) < SHORTEST) {
			return Optional.of(Problem.error("password-short", String.valueOf(SHORTEST)));
		}
		if (composed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Optional.of(Problem.error("password-long", String.valueOf(MOST_BYTES)));
		}
		List<String> words = new ArrayList<>(LOCAL_WORDS);
		for (String name : known) {
			if (name != null) {
				words.addAll(runs(SearchKey.of(name).split("[^a-z0-9]+")));
			}
		}
		words.removeIf(String::isEmpty);
		String bare = letters(SearchKey.of(composed));
		if (!bare.isEmpty() && words.stream().anyMatch((word) -> letters(word).equals(bare))) {
			return Optional.of(Problem.error("password-guessable"));
		}
		// Not kept: its dictionaries take 14 MB, and are read in some 30 ms.
		Zxcvbn zxcvbn = new Zxcvbn();
		Strength asTyped = zxcvbn.measure(composed, words);
		Strength withoutMarks = zxcvbn.measure(SearchKey.of(composed), words);
		boolean weak = Math.min(asTyped.getScore(), withoutMarks.getScore()) < LEAST_SCORE;
		return weak ? Optional.of(Problem.error("password-weak")) : Optional.empty();
	}

	/**
	 * Every word and every run of words together: "phuong", "tuliem", "phuongtuliem".
	 */
	private static List<String> runs(String[] words) {
		List<String> runs = new ArrayList<>();
		int count = Math.min(words.length, MOST_WORDS);
		for (int from = 0; from < count; from++) {
			StringBuilder run = new StringBuilder();
			for (int to = from; to < count; to++) {
				runs.add(run.append(words[to]).toString());
			}
		}
		return runs;
	}

	private static String letters(String text) {
		return text.replaceAll("[^a-z]", "");
	}

}
