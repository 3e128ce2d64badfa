package vn.wardkpi.dashboard.web.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kept parts of a page that is being rendered. In its text only the place of each is
 * marked, so that what is kept is neither copied nor encoded again.
 */
final class Places {

	/** By this name {@link InsertedPart} finds it. */
	static final String VARIABLE = "keptPlaces";

	/** No text of a page looks like it: there every bracket is escaped. */
	private static final Pattern PLACE = Pattern.compile("<kept (\\d+)>");

	private final List<byte[]> parts = new ArrayList<>();

	String of(byte[] part) {
		this.parts.add(part);
		return "<kept " + (this.parts.size() - 1) + ">";
	}

	/** The text with its parts, in the bytes that are sent. */
	List<byte[]> filled(String text) {
		List<byte[]> filled = new ArrayList<>();
		Matcher place = PLACE.matcher(text);
		int end = 0;
		while (place.find()) {
			filled.add(Rendered.bytes(text.substring(end, place.start())));
			filled.add(this.parts.get(Integer.parseInt(place.group(1))));
			end = place.end();
		}
		filled.add(Rendered.bytes(text.substring(end)));
		return filled;
	}

	/** The text with its parts. */
	String read(String text) {
		return PLACE.matcher(text)
			.replaceAll((place) -> Matcher.quoteReplacement(
					new String(this.parts.get(Integer.parseInt(place.group(1))), StandardCharsets.UTF_8)));
	}

}
