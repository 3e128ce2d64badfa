package vn.wardkpi.webui;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Actor;

/**
 * A link in the frame of every page, contributed as a bean by the module whose page it
 * opens.
 *
 * @param place where in the frame it stands
 * @param order lower stands first
 * @param messageKey what it is called
 * @param target where it leads this person
 * @param visibility to whom it is shown
 * @param sections addresses of the pages that belong to it, a star standing for one part;
 * where several items claim a page, the longest address wins
 * @param countAttribute name of the model attribute that counts what waits there, or
 * {@code null}
 */
public record NavigationItem(Place place, int order, String messageKey, Function<Actor, String> target,
		Predicate<Actor> visibility, List<String> sections, @Nullable String countAttribute) {

	public NavigationItem {
		sections = List.copyOf(sections);
	}

	/**
	 * A link that everyone who is signed in sees.
	 */
	public static NavigationItem of(Place place, int order, String messageKey, String address) {
		return new NavigationItem(place, order, messageKey, (actor) -> address, (actor) -> true, List.of(address),
				null);
	}

	public NavigationItem leadingTo(Function<Actor, String> address) {
		return new NavigationItem(this.place, this.order, this.messageKey, address, this.visibility, this.sections,
				this.countAttribute);
	}

	public NavigationItem shownTo(Predicate<Actor> whom) {
		return new NavigationItem(this.place, this.order, this.messageKey, this.target, whom, this.sections,
				this.countAttribute);
	}

	public NavigationItem covering(String... addresses) {
		return new NavigationItem(this.place, this.order, this.messageKey, this.target, this.visibility,
				List.of(addresses), this.countAttribute);
	}

	public NavigationItem counting(String modelAttribute) {
		return new NavigationItem(this.place, this.order, this.messageKey, this.target, this.visibility, this.sections,
				modelAttribute);
	}

	boolean visibleTo(Actor actor) {
		return this.visibility.test(actor);
	}

	/**
	 * Length of the longest of its addresses that the path lies under; 0 where none.
	 */
	int claim(String path) {
		return this.sections.stream()
			.filter((section) -> Navigation.within(section, path))
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	/**
	 * {@code MAIN} in the row of sections, {@code SEARCH} as a search field whose
	 * placeholder is the message {@code <key>.placeholder}, {@code SIDE} beside the
	 * account, {@code ACCOUNT} in the account's menu.
	 */
	public enum Place {

		MAIN, SEARCH, SIDE, ACCOUNT

	}

}
