package vn.wardkpi.account.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;

/**
 * Finds what a list calls the lead units of its officials, by name without marks or by
 * code; the units of each ward are read once.
 */
class Units {

	private static final Set<String> ALL = Set.of("tat ca", "tat ca don vi chu tri", "all", "all lead units");

	private final LeadUnits leadUnits;

	private final Map<WardCode, List<LeadUnit>> byWard = new HashMap<>();

	Units(LeadUnits leadUnits) {
		this.leadUnits = leadUnits;
	}

	/**
	 * Units are separated by semicolons or lines; by commas where that makes names.
	 */
	Found find(String typed, WardCode ward) {
		if (typed.isBlank()) {
			return new Found(List.of(), List.of(), List.of(Problem.error("lead-units-required")));
		}
		if (typed.strip().equals(NewAccount.ALL_LEAD_UNITS) || ALL.contains(Likely.key(typed))) {
			return new Found(List.of(NewAccount.ALL_LEAD_UNITS), List.of(), List.of());
		}
		List<LeadUnit> units = this.byWard.computeIfAbsent(ward, this.leadUnits::findByWardCodeOrderById);
		Set<LeadUnit> found = new LinkedHashSet<>();
		List<Problem> problems = new ArrayList<>();
		for (String part : parts(typed, units)) {
			unit(part, units).ifPresentOrElse(found::add, () -> problems.add(unknown(part, units)));
		}
		return new Found(found.stream().map(LeadUnit::code).toList(), found.stream().map(LeadUnit::name).toList(),
				problems);
	}

	private static List<String> parts(String typed, List<LeadUnit> units) {
		List<String> parts = new ArrayList<>();
		for (String part : split(typed, "[;\\n]")) {
			List<String> smaller = split(part, ",");
			boolean several = unit(part, units).isEmpty()
					&& smaller.stream().allMatch((one) -> unit(one, units).isPresent());
			parts.addAll(several ? smaller : List.of(part));
		}
		return parts;
	}

	private static List<String> split(String text, String mark) {
		return Arrays.stream(text.split(mark)).map(String::strip).filter((part) -> !part.isEmpty()).toList();
	}

	private static Optional<LeadUnit> unit(String typed, List<LeadUnit> units) {
		String key = Likely.key(typed);
		return units.stream()
			.filter((unit) -> unit.code().equals(typed) || Likely.key(unit.name()).equals(key))
			.findFirst();
	}

	private static Problem unknown(String typed, List<LeadUnit> units) {
		List<String> names = units.stream().map(LeadUnit::name).toList();
		List<String> likely = Likely.of(typed, names);
		if (names.isEmpty()) {
			return Problem.error("people-no-units", typed);
		}
		return likely.isEmpty() ? Problem.error("people-unit-unknown", typed)
				: Problem.error("people-unit-unknown-but", typed, String.join("; ", likely));
	}

	/**
	 * @param names in the order they were found; none for all
	 */
	record Found(List<String> codes, List<String> names, List<Problem> problems) {
	}

}
