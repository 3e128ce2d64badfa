package vn.wardkpi.account.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import vn.wardkpi.shared.SearchKey;

/**
 * Which of some names somebody may have meant.
 */
final class Likely {

	private static final int MOST = 3;

	private static final int LONGEST = 100;

	private Likely() {
	}

	/**
	 * The names that contain what was typed or are contained in it, and those that differ
	 * in a third of the letters at the most; the likeliest first.
	 */
	static List<String> of(String typed, Collection<String> names) {
		String key = key(typed);
		return names.stream()
			.map((name) -> Map.entry(name, distance(key, key(name))))
			.filter((one) -> one.getValue() <= Math.max(1, key.length() / 3))
			.sorted(Comparator.comparingInt(Map.Entry::getValue))
			.limit(MOST)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Letters and digits with single blanks, without marks. */
	static String key(String text) {
		String key = SearchKey.of(text).replaceAll("[^a-z0-9]+", " ").strip();
		return key.substring(0, Math.min(key.length(), LONGEST));
	}

	private static int distance(String one, String other) {
		if (!one.isEmpty() && !other.isEmpty() && (one.contains(other) || other.contains(one))) {
			return 0;
		}
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int corner = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = corner + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				corner = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
