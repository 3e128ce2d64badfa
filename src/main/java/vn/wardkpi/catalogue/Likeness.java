package vn.wardkpi.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.UnitName;

/**
 * Proposes a definition for an indicator: the one with most words in common, ignoring
 * case, marks and signs. A proposal decides nothing.
 */
final class Likeness {

	private static final Pattern SIGNS = Pattern.compile("[^a-z0-9 ]+");

	/** Shared words among all words, from which on a name is proposed. */
	private static final BigDecimal ENOUGH = new BigDecimal("0.6");

	/** The same where the units differ or one is unknown. */
	private static final BigDecimal ENOUGH_IN_ANOTHER_UNIT = new BigDecimal("0.9");

	private Likeness() {
	}

	static Optional<Definition> propose(String name, @Nullable String unit, List<Definition> definitions) {
		Definition best = null;
		BigDecimal most = BigDecimal.ZERO;
		for (Definition one : definitions) {
			BigDecimal shared = shared(words(name), words(one.name()));
			boolean enough = shared.compareTo(sameUnit(unit, one.unit()) ? ENOUGH : ENOUGH_IN_ANOTHER_UNIT) >= 0;
			if (enough && shared.compareTo(most) > 0) {
				best = one;
				most = shared;
			}
		}
		return Optional.ofNullable(best);
	}

	private static BigDecimal shared(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.retainAll(other);
		Set<String> all = new HashSet<>(one);
		all.addAll(other);
		return all.isEmpty() ? BigDecimal.ZERO
				: BigDecimal.valueOf(both.size()).divide(BigDecimal.valueOf(all.size()), 4, RoundingMode.DOWN);
	}

	private static Set<String> words(String name) {
		return new HashSet<>(Arrays.asList(SIGNS.matcher(SearchKey.of(name)).replaceAll(" ").strip().split(" +")));
	}

	private static boolean sameUnit(@Nullable String one, @Nullable String other) {
		return one != null && other != null && UnitName.of(one).sameAs(UnitName.of(other));
	}

}
