package vn.wardkpi.account.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

/**
 * Finds what a list calls the places of its people, each once: a ward by its code or its
 * name without marks, a province, or the whole installation where that is said in so many
 * words.
 */
class Places {

	private static final Set<String> INSTALLATION = Set.of("toan he thong", "ca nuoc", "whole installation");

	private static final int MOST_FOUND = 6;

	private final Wards wards;

	private final WardSearch search;

	private final Actor actor;

	private final Map<String, Place> found = new HashMap<>();

	private @Nullable List<Province> provinces;

	private @Nullable List<String> likely;

	Places(Wards wards, WardSearch search, Actor actor) {
		this.wards = wards;
		this.search = search;
		this.actor = actor;
	}

	Place find(String typed, @Nullable Role role) {
		boolean ofMore = role == Role.ADMIN || role == Role.VIEWER;
		return this.found.computeIfAbsent(ofMore + " " + typed, (key) -> look(typed, ofMore));
	}

	private Place look(String typed, boolean ofMore) {
		if (typed.isBlank()) {
			WardCode own = this.actor.ward();
			return (own != null) ? Place.of(this.wards.require(own))
					: Place.wrong(Problem.error("people-place-missing"));
		}
		String key = Likely.key(typed);
		if (ofMore && INSTALLATION.contains(key)) {
			return this.actor.mayAdministerInstallation() ? new Place(null, null, typed, null) : notYours(typed);
		}
		if (ofMore) {
			for (Province province : provinces()) {
				if (typed.strip().equals(province.code()) || key.equals(Likely.key(province.name()))
						|| key.equals(Likely.key(province.nameWithoutKind()))) {
					return this.actor.mayAdministerProvince(province.code())
							? new Place(null, province.code(), province.name(), null) : notYours(typed);
				}
			}
		}
		return ward(typed, key);
	}

	private Place ward(String typed, String key) {
		String code = typed.strip();
		if (WardCode.isValid(code)) {
			return this.wards.find(new WardCode(code))
				.map((ward) -> this.actor.mayAdminister(ward.code()) ? Place.of(ward) : notYours(typed))
				.orElseGet(() -> Place.wrong(Problem.error("ward-unknown", code)));
		}
		List<Ward> candidates = this.search.search(typed, null, MOST_FOUND);
		List<Ward> named = candidates.stream().filter((ward) -> isCalled(ward, key)).toList();
		List<Ward> own = named.stream().filter((ward) -> this.actor.mayAdminister(ward.code())).toList();
		if (own.size() == 1) {
			return Place.of(own.get(0));
		}
		if (own.isEmpty() && !named.isEmpty()) {
			return notYours(typed);
		}
		if (own.size() > 1) {
			return Place.wrong(Problem.error("people-place-ambiguous", typed, names(own.stream())));
		}
		List<String> others = Likely.of(typed, likely());
		String proposed = names(candidates.stream().filter((ward) -> this.actor.mayAdminister(ward.code())));
		proposed = proposed.isEmpty() ? String.join("; ", others) : proposed;
		return Place.wrong(proposed.isEmpty() ? Problem.error("people-place-unknown", typed)
				: Problem.error("people-place-unknown-but", typed, proposed));
	}

	private static boolean isCalled(Ward ward, String key) {
		String name = Likely.key(ward.name());
		String bare = name.replaceFirst("^(phuong|xa|dac khu|quan|huyen) ", "");
		String province = Likely.key(ward.province().nameWithoutKind());
		return Stream.of(name, bare, name + " " + province, bare + " " + province).anyMatch(key::equals);
	}

	private List<Province> provinces() {
		if (this.provinces == null) {
			this.provinces = this.wards.provinces();
		}
		return this.provinces;
	}

	/** The wards that are worked with here: only those are proposed for a slip. */
	private List<String> likely() {
		if (this.likely == null) {
			WardCode own = this.actor.ward();
			List<Ward> known = (own != null) ? List.of(this.wards.require(own)) : this.search.withPlans();
			this.likely = known.stream()
				.filter((ward) -> this.actor.mayAdminister(ward.code()))
				.map(Ward::name)
				.toList();
		}
		return this.likely;
	}

	private static String names(Stream<Ward> wards) {
		return String.join("; ", wards.map((ward) -> ward.displayName() + " (" + ward.code().value() + ")").toList());
	}

	private static Place notYours(String typed) {
		return Place.wrong(Problem.error("people-place-not-yours", typed));
	}

	/**
	 * @param name what it is called
	 * @param problem why it was not found
	 */
	record Place(@Nullable WardCode ward, @Nullable String province, @Nullable String name, @Nullable Problem problem) {

		static Place of(Ward ward) {
			return new Place(ward.code(), null, ward.name(), null);
		}

		static Place wrong(Problem problem) {
			return new Place(null, null, null, problem);
		}

	}

}
