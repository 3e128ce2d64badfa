package vn.wardkpi.ward.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.WardKind;
import vn.wardkpi.ward.change.ListedUnit.Origin;
import vn.wardkpi.ward.change.UnitChange.Kind;
import vn.wardkpi.ward.change.UnitChange.Other;

/**
 * Compares a list of units with the units there are. It changes nothing.
 */
final class UnitListReader {

	private static final Pattern CODE = Pattern.compile("\\d{5}");

	/** Invented units have such codes. */
	private static final String INVENTED = "99";

	private final LocalDate day;

	private final boolean complete;

	private final Map<String, KnownUnit> known;

	private final Set<String> provinces;

	private final Map<String, List<KnownUnit>> byName;

	private final List<UnitChange> changes = new ArrayList<>();

	private final List<FieldProblem> problems = new ArrayList<>();

	private final Map<String, List<Other>> goneTo = new LinkedHashMap<>();

	private int unchanged;

	/**
	 * @param complete whether units of the provinces listed that are not on the list end
	 * @param known every unit by its code
	 */
	UnitListReader(LocalDate day, boolean complete, Map<String, KnownUnit> known, Set<String> provinces) {
		this.day = day;
		this.complete = complete;
		this.known = known;
		this.provinces = provinces;
		this.byName = known.values()
			.stream()
			.collect(Collectors.groupingBy((unit) -> unit.province() + " " + SearchKey.of(unit.name())));
	}

	UnitListPreview read(List<ListedUnit> list) {
		Map<String, ListedUnit> listed = new HashMap<>();
		for (ListedUnit unit : list) {
			if (listed.putIfAbsent(unit.code(), unit) != null) {
				refuse(unit, "unit-twice", unit.code());
			}
			else if (isSound(unit)) {
				compare(unit, listed);
			}
		}
		end(list, listed.keySet());
		return new UnitListPreview(this.changes, this.unchanged, this.problems);
	}

	private boolean isSound(ListedUnit unit) {
		int before = this.problems.size();
		if (!CODE.matcher(unit.code()).matches() || unit.code().startsWith(INVENTED)) {
			refuse(unit, "unit-code", unit.code());
		}
		if (kind(unit.name()).isEmpty()) {
			refuse(unit, "unit-name", unit.name());
		}
		FreeText.NAME.problemAt(field(unit), unit.name()).ifPresent(this.problems::add);
		if (!this.provinces.contains(unit.province())) {
			refuse(unit, "unit-province", unit.province());
		}
		KnownUnit known = this.known.get(unit.code());
		if (known != null && known.until() != null && !known.until().isAfter(this.day)) {
			refuse(unit, "unit-ended", unit.code(), known.name());
		}
		if (known != null && !known.province().equals(unit.province())) {
			refuse(unit, "unit-moved", unit.code(), known.name());
		}
		return this.problems.size() == before;
	}

	private void compare(ListedUnit unit, Map<String, ListedUnit> listed) {
		KnownUnit known = this.known.get(unit.code());
		List<Other> origins = new ArrayList<>();
		for (Origin origin : unit.origins()) {
			Optional<KnownUnit> found = find(origin.unit(), unit.province());
			String code = found.map(KnownUnit::code).orElse(null);
			Other other = new Other(code, found.map(KnownUnit::name).orElse(origin.unit()), origin.part());
			boolean itself = unit.code().equals(code);
			boolean recorded = known != null && known.predecessors().contains(other.name());
			if (!itself && !recorded) {
				origins.add(other);
			}
			if (code != null && !itself) {
				this.goneTo.computeIfAbsent(code, (each) -> new ArrayList<>())
					.add(new Other(unit.code(), unit.name(), origin.part()));
			}
		}
		if (known == null) {
			this.changes.add(new UnitChange(Kind.NEW, unit.code(), unit.name(), null, unit.province(), origins));
			return;
		}
		boolean renamed = !known.name().equals(unit.name());
		if (renamed) {
			this.changes
				.add(new UnitChange(Kind.RENAMED, unit.code(), unit.name(), known.name(), unit.province(), List.of()));
		}
		if (!origins.isEmpty()) {
			this.changes.add(new UnitChange(Kind.ENLARGED, unit.code(), unit.name(), null, unit.province(), origins));
		}
		if (!renamed && origins.isEmpty()) {
			this.unchanged++;
		}
	}

	/**
	 * Units that another one took in whole end, and, where the list is complete, those
	 * that are not on it.
	 */
	private void end(List<ListedUnit> list, Set<String> listed) {
		Set<String> within = list.stream().map(ListedUnit::province).collect(Collectors.toCollection(HashSet::new));
		this.known.values()
			.stream()
			.filter((unit) -> unit.isCommune() && unit.isThereOn(this.day) && !listed.contains(unit.code()))
			.filter((unit) -> (this.complete && within.contains(unit.province()))
					|| this.goneTo.getOrDefault(unit.code(), List.of()).stream().anyMatch((other) -> !other.part()))
			.forEach((unit) -> this.changes.add(new UnitChange(Kind.ENDED, unit.code(), unit.name(), null,
					unit.province(), this.goneTo.getOrDefault(unit.code(), List.of()))));
	}

	private Optional<KnownUnit> find(String unit, String province) {
		KnownUnit byCode = this.known.get(unit);
		if (byCode != null) {
			return Optional.of(byCode);
		}
		List<KnownUnit> named = this.byName.getOrDefault(province + " " + SearchKey.of(unit), List.of());
		return (named.size() == 1) ? Optional.of(named.get(0)) : Optional.empty();
	}

	static Optional<WardKind> kind(String name) {
		String key = SearchKey.of(name);
		if (key.startsWith("phuong ")) {
			return Optional.of(WardKind.PHUONG);
		}
		if (key.startsWith("xa ")) {
			return Optional.of(WardKind.XA);
		}
		return key.startsWith("dac khu ") ? Optional.of(WardKind.DAC_KHU) : Optional.empty();
	}

	private static String field(ListedUnit unit) {
		return "units[" + unit.row() + "]";
	}

	private void refuse(ListedUnit unit, String code, String... arguments) {
		this.problems.add(new FieldProblem(field(unit), Problem.error(code, arguments)));
	}

	/**
	 * A unit there is or was.
	 *
	 * @param until the first day on which it is no more
	 * @param predecessors names of the units it is known to be made of
	 */
	record KnownUnit(String code, String name, String province, boolean illustrative, @Nullable LocalDate from,
			@Nullable LocalDate until, Set<String> predecessors) {

		boolean isThereOn(LocalDate day) {
			return !this.illustrative && (this.from == null || this.from.isBefore(day))
					&& (this.until == null || this.until.isAfter(day));
		}

		/** Districts have codes of three digits. */
		boolean isCommune() {
			return CODE.matcher(this.code).matches();
		}

	}

}
