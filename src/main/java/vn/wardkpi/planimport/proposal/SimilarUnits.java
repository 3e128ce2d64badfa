package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitCode;

/**
 * Finds lead units that a ward has under a similar name: the annex may shorten it ("Phòng
 * Kinh tế"), abbreviate it ("Phòng VH-XH") or mistype a word.
 */
final class SimilarUnits {

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	/** Written or left out as one likes. */
	private static final Set<String> LINKS = Set.of("va", "cua");

	private static final int SHORTEST_MISTYPED = 4;

	private final Map<String, String> known;

	/**
	 * @param known names of the ward's units by their codes
	 */
	SimilarUnits(Map<String, String> known) {
		this.known = known;
	}

	/**
	 * Names of units that may be meant; none where a unit is called just so.
	 */
	List<String> of(String name) {
		String code = LeadUnitCode.of(name);
		boolean exact = this.known.containsKey(code)
				|| this.known.values().stream().anyMatch((one) -> LeadUnitCode.of(one).equals(code));
		List<Word> words = words(name);
		return exact ? List.of()
				: this.known.values().stream().filter((one) -> isSimilar(words, words(one))).distinct().toList();
	}

	private static List<Word> words(String name) {
		List<Word> words = new ArrayList<>();
		for (String word : BETWEEN.splitAsStream(name).filter((text) -> !text.isEmpty()).toList()) {
			String key = SearchKey.of(word);
			if (!LINKS.contains(key)) {
				words.add(new Word(key, word.length() > 1 && word.chars().allMatch(Character::isUpperCase)));
			}
		}
		return words;
	}

	private static boolean isSimilar(List<Word> some, List<Word> others) {
		return Math.min(some.size(), others.size()) > 1 && (begins(some, 0, others, 0) || isMistyped(some, others));
	}

	/** Whether one goes on where the other ends. */
	private static boolean begins(List<Word> some, int i, List<Word> others, int j) {
		if (i == some.size() || j == others.size()) {
			return true;
		}
		return (some.get(i).key().equals(others.get(j).key()) && begins(some, i + 1, others, j + 1))
				|| abbreviates(some, i, others, j) || abbreviates(others, j, some, i);
	}

	private static boolean abbreviates(List<Word> some, int i, List<Word> others, int j) {
		Word word = some.get(i);
		int letters = word.key().length();
		if (!word.capitals() || j + letters > others.size()) {
			return false;
		}
		for (int n = 0; n < letters; n++) {
			if (!others.get(j + n).key().startsWith(word.key().substring(n, n + 1))) {
				return false;
			}
		}
		return begins(some, i + 1, others, j + letters);
	}

	/** One letter of one longer word. */
	private static boolean isMistyped(List<Word> some, List<Word> others) {
		if (some.size() != others.size()) {
			return false;
		}
		int different = 0;
		boolean mistyped = false;
		for (int i = 0; i < some.size(); i++) {
			if (!some.get(i).key().equals(others.get(i).key())) {
				different++;
				mistyped = isOneLetter(some.get(i).key(), others.get(i).key());
			}
		}
		return different == 1 && mistyped;
	}

	private static boolean isOneLetter(String one, String other) {
		int shorter = Math.min(one.length(), other.length());
		int longer = Math.max(one.length(), other.length());
		if (longer < SHORTEST_MISTYPED || longer - shorter > 1
				|| !(one + other).chars().allMatch(Character::isLetter)) {
			return false;
		}
		int begin = 0;
		while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
			begin++;
		}
		int end = 0;
		while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		return begin + end >= longer - 1;
	}

	/**
	 * @param capitals whether it may stand for the words that its letters begin
	 */
	private record Word(String key, boolean capitals) {
	}

}
