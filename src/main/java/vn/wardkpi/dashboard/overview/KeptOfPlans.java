package vn.wardkpi.dashboard.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.overview.OverviewQuery.Linked;

/**
 * What was computed of plans, until anything of the ward's plans changes or the day does.
 * It is in memory alone: another build of the program may judge otherwise, and an
 * instance that starts has none.
 */
final class KeptOfPlans<T> {

	private final Cache<Key, Kept<T>> kept;

	/**
	 * @param most of their weights together
	 */
	KeptOfPlans(long most, ToIntFunction<T> weight) {
		this.kept = Caffeine.newBuilder()
			.maximumWeight(most)
			.weigher((Key key, Kept<T> value) -> 1 + weight.applyAsInt(value.value))
			.build();
	}

	/**
	 * @param versions of the plans, read before: what changes meanwhile is computed again
	 * next time
	 * @param compute for the plans given, which are those of which nothing is kept
	 */
	Map<Long, T> of(Map<Long, String> versions, Asked asked, Function<List<Long>, Map<Long, T>> compute) {
		Map<Long, T> values = new HashMap<>();
		List<Long> missing = new ArrayList<>();
		versions.forEach((plan, version) -> {
			Kept<T> known = this.kept.getIfPresent(new Key(plan, asked));
			if (known != null && known.version.equals(version)) {
				values.put(plan, known.value);
			}
			else {
				missing.add(plan);
			}
		});
		if (!missing.isEmpty()) {
			Map<Long, T> computed = compute.apply(missing);
			for (Long plan : missing) {
				T value = computed.get(plan);
				if (value != null) {
					values.put(plan, value);
					this.kept.put(new Key(plan, asked), new Kept<>(versions.getOrDefault(plan, ""), value));
				}
			}
		}
		return values;
	}

	/**
	 * @param linked which indicators of the plan; {@code null} where it is of none
	 */
	record Asked(int year, Issuer issuer, @Nullable Linked linked) {
	}

	private record Key(long plan, Asked asked) {
	}

	private record Kept<T>(String version, T value) {
	}

}
