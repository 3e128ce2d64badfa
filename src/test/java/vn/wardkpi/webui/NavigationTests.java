package vn.wardkpi.webui;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.webui.NavigationItem.Place;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the frame of a page offers, and which of it is the present section.
 */
class NavigationTests {

	private static final NavigationItem BOARD = NavigationItem.of(Place.MAIN, 10, "board", "/wards")
		.leadingTo((actor) -> "/wards/" + actor.ward())
		.covering("/wards", "/plans");

	private static final NavigationItem ENTRY = NavigationItem.of(Place.MAIN, 20, "entry", "/entry")
		.shownTo((actor) -> actor.role() == Role.OFFICIAL)
		.covering("/entry", "/plans/*/entry");

	private static final NavigationItem NOTICES = NavigationItem.of(Place.SIDE, 10, "notices", "/notices")
		.counting("unread");

	private static final Actor OFFICIAL = actor(Role.OFFICIAL);

	@Test
	void linksStandInOrderAndLeadThePersonToTheirOwnWard() {
		assertThat(at("/").links("MAIN", OFFICIAL)).extracting(Navigation.Link::address)
			.containsExactly("/wards/00592", "/entry");
		assertThat(at("/").links("MAIN", actor(Role.DELEGATE))).extracting(Navigation.Link::messageKey)
			.containsExactly("board");
		assertThat(at("/").links("MAIN", null)).isEmpty();
	}

	@Test
	void theLongestAddressNamesThePresentSection() {
		assertThat(current("/plans/7/indicators/1")).containsExactly("board");
		assertThat(current("/plans/7/entry/2026/FINAL")).containsExactly("entry");
		assertThat(current("/plans/7/entryway")).containsExactly("board");
		assertThat(current("/account")).isEmpty();
	}

	@Test
	void aSectionThatIsNotShownLeavesNoOtherMarked() {
		assertThat(at("/plans/7/entry").links("MAIN", actor(Role.DELEGATE))).noneMatch(Navigation.Link::current);
	}

	@Test
	void whatWaitsIsCountedFromTheModel() {
		assertThat(at("/").links("SIDE", OFFICIAL)).extracting(Navigation.Link::count).containsExactly(3);
		assertThat(at("/").links("MAIN", OFFICIAL)).extracting(Navigation.Link::count).containsOnly(0);
	}

	@Test
	void aStarStandsForOnePart() {
		assertThat(Navigation.within("/wards/*/years", "/wards/00592/years/2026")).isTrue();
		assertThat(Navigation.within("/wards/*/years", "/wards/00592/years")).isTrue();
		assertThat(Navigation.within("/wards/*", "/wards/00592")).isTrue();
		assertThat(Navigation.within("/wards/*/years", "/wards/00592/yearsago")).isFalse();
		assertThat(Navigation.within("/wards/*/years", "/wards//years")).isFalse();
		assertThat(Navigation.within("/wards/*/years", "/wards/a/b/years")).isFalse();
		assertThat(Navigation.within("/wards/*", "/wards/")).isFalse();
		assertThat(Navigation.within("/", "/")).isTrue();
		assertThat(Navigation.within("/", "/wards")).isFalse();
	}

	private static List<String> current(String path) {
		return at(path).links("MAIN", OFFICIAL)
			.stream()
			.filter(Navigation.Link::current)
			.map(Navigation.Link::messageKey)
			.toList();
	}

	private static Navigation at(String path) {
		return new Navigation(List.of(NOTICES, ENTRY, BOARD), path, (name) -> name.equals("unread") ? 3 : null);
	}

	private static Actor actor(Role role) {
		return new Actor("an", "An", role, new WardCode("00592"), true, Set.of());
	}

}
