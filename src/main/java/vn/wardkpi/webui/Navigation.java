package vn.wardkpi.webui;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.NavigationItem.Place;

/**
 * The links in the frame of the present page: {@code #navigation} in templates.
 */
public final class Navigation {

	private final List<NavigationItem> items;

	private final String path;

	private final Function<String, @Nullable Object> model;

	/** The longest address of a link that the path lies under. */
	private final int longest;

	/**
	 * @param path of the present page
	 * @param model what the page shows, for what is counted
	 */
	Navigation(List<NavigationItem> items, String path, Function<String, @Nullable Object> model) {
		this.items = items.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
		this.path = path;
		this.model = model;
		this.longest = items.stream().mapToInt((item) -> item.claim(path)).max().orElse(0);
	}

	/**
	 * What this person sees there, in order; nothing where nobody is signed in.
	 */
	public List<Link> links(String place, @Nullable Actor actor) {
		if (actor == null) {
			return List.of();
		}
		Place wanted = Place.valueOf(place);
		return this.items.stream()
			.filter((item) -> item.place() == wanted && item.visibleTo(actor))
			.map((item) -> new Link(item.target().apply(actor), item.messageKey(),
					this.longest > 0 && item.claim(this.path) == this.longest, count(item)))
			.toList();
	}

	/**
	 * Whether the present page lies under this address, a star standing for one part.
	 */
	public boolean at(String section) {
		return within(section, this.path);
	}

	static boolean within(String section, String path) {
		int read = 0;
		for (int i = 0; i < section.length(); i++) {
			if (section.charAt(i) == '*') {
				int part = read;
				while (read < path.length() && path.charAt(read) != '/') {
					read++;
				}
				if (read == part) {
					return false;
				}
			}
			else if (read < path.length() && path.charAt(read) == section.charAt(i)) {
				read++;
			}
			else {
				return false;
			}
		}
		return read == path.length() || path.charAt(read) == '/';
	}

	private int count(NavigationItem item) {
		String attribute = item.countAttribute();
		return (attribute != null && this.model.apply(attribute) instanceof Integer count) ? count : 0;
	}

	/**
	 * A link as the frame draws it.
	 *
	 * @param current whether the present page belongs to it
	 * @param count how much waits there; 0 where nothing does or nothing is counted
	 */
	public record Link(String address, String messageKey, boolean current, int count) {
	}

}
