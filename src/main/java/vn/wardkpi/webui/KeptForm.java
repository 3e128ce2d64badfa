package vn.wardkpi.webui;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent after their session had ended: it goes through the sign-in page as
 * hidden fields, and then waits in the new session until its page is shown again. Only
 * forms that name who fills them in, in a field {@value #BY}, are kept, and only for that
 * person. Nothing of it is stored by this.
 *
 * @param page the page of the form
 * @param fields the first value of each field, by name
 */
public record KeptForm(String page, Map<String, String> fields) implements Serializable {

	public static final String BY = "keptBy";

	/** A form of two hundred rows, each with a cause and a remedy, has less. */
	private static final int MOST_CHARACTERS = 200_000;

	private static final String PREFIX = "kept.";

	private static final String NAME = KeptForm.class.getName();

	private static final long serialVersionUID = 1L;

	public KeptForm {
		fields = new LinkedHashMap<>(fields);
	}

	/**
	 * What a request carries of a form that is to be kept, by names to be used on the
	 * sign-in page: empty if there is none, or it is too much.
	 */
	public static Map<String, String> sentWith(HttpServletRequest request) {
		boolean again = request.getParameter(PREFIX + BY) != null;
		if (!again && request.getParameter(BY) == null) {
			return Map.of();
		}
		Map<String, String> kept = new LinkedHashMap<>();
		int characters = 0;
		for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
			String name = field.getKey();
			if (again ? name.startsWith(PREFIX) : !name.equals("_csrf")) {
				kept.put(again ? name : PREFIX + name, field.getValue()[0]);
				characters += name.length() + field.getValue()[0].length();
			}
		}
		return (characters > MOST_CHARACTERS) ? Map.of() : kept;
	}

	/**
	 * Keeps what came through the sign-in page until its page is shown, if it is of the
	 * person who signed in.
	 */
	public static void keep(HttpServletRequest request, String page, String username) {
		Map<String, String> sent = sentWith(request);
		if (username.equals(sent.get(PREFIX + BY))) {
			Map<String, String> fields = new LinkedHashMap<>();
			sent.forEach((name, value) -> fields.put(name.substring(PREFIX.length()), value));
			request.getSession().setAttribute(NAME, new KeptForm(page, fields));
		}
	}

	/**
	 * Hands out what was kept for this page, once.
	 */
	public static Optional<KeptForm> take(@Nullable HttpSession session, String page) {
		boolean there = session != null && session.getAttribute(NAME) instanceof KeptForm kept
				&& kept.page().equals(page);
		if (session == null || !there) {
			return Optional.empty();
		}
		KeptForm kept = (KeptForm) session.getAttribute(NAME);
		session.removeAttribute(NAME);
		return Optional.of(kept);
	}

}
