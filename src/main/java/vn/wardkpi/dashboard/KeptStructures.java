package vn.wardkpi.dashboard;

import java.time.LocalDate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import vn.wardkpi.plan.PlanCatalog;

/**
 * Reads a plan's indicators and targets once for each version of them.
 */
@Component
class KeptStructures {

	/** Of the memory for kept pages. */
	private static final int SHARE = 3;

	/** Bytes of an indicator and what was judged of it, roughly. */
	private static final int OF_INDICATOR = 4000;

	/** Bytes of a target, roughly. */
	private static final int OF_TARGET = 400;

	private final PlanCatalog plans;

	private final Cache<Key, PlanStructure> kept;

	KeptStructures(PlanCatalog plans, @Value("${ward-kpi.kept-pages}") DataSize most) {
		this.plans = plans;
		this.kept = Caffeine.newBuilder()
			.maximumWeight(most.toBytes() / SHARE)
			.weigher((Key key, PlanStructure structure) -> OF_INDICATOR * structure.indicators().size()
					+ OF_TARGET * structure.targets().size())
			.build();
	}

	/**
	 * The structure on a day.
	 * @param version of the structure, read before; {@code null} where it is not known,
	 * and the structure is read
	 */
	PlanStructure of(long plan, LocalDate day, @Nullable String version) {
		if (version == null) {
			return read(plan, day);
		}
		Key key = new Key(plan, day, version);
		PlanStructure known = this.kept.getIfPresent(key);
		if (known == null) {
			known = read(plan, day);
			this.kept.put(key, known);
		}
		return known;
	}

	private PlanStructure read(long plan, LocalDate day) {
		return new PlanStructure(this.plans.indicators(plan, day), this.plans.targets(plan, day));
	}

	private record Key(long plan, LocalDate day, String version) {
	}

}
