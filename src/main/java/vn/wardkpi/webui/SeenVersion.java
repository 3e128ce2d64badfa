package vn.wardkpi.webui;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The version that a caller of the API has seen, as {@code ETag} wrote it and
 * {@code If-Match} brings it back.
 */
public final class SeenVersion {

	private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

	private static final Pattern ANY = Pattern.compile("\"([!-~&&[^\"]]{1,64})\"");

	private SeenVersion() {
	}

	/**
	 * @param refusal code of what is said where there is none
	 * @return -1 for what no {@code ETag} ever said, which is no version of anything
	 * @throws RefusedException VERSION_REQUIRED without one
	 */
	public static int require(@Nullable String ifMatch, String refusal) {
		if (ifMatch == null) {
			throw new RefusedException(Kind.VERSION_REQUIRED, refusal);
		}
		Matcher tag = TAG.matcher(ifMatch.strip());
		return tag.matches() ? Integer.parseInt(tag.group(1)) : -1;
	}

	/**
	 * The same of what has no version of its own, and is told apart by a text.
	 * @return empty for what no {@code ETag} ever said
	 * @throws RefusedException VERSION_REQUIRED without one
	 */
	public static String requireText(@Nullable String ifMatch, String refusal) {
		if (ifMatch == null) {
			throw new RefusedException(Kind.VERSION_REQUIRED, refusal);
		}
		Matcher tag = ANY.matcher(ifMatch.strip());
		return tag.matches() ? tag.group(1) : "";
	}

	/** What {@code ETag} says of a version. */
	public static String tag(int version) {
		return "\"" + version + "\"";
	}

}
