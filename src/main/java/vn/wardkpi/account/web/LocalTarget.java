package vn.wardkpi.account.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody wanted to go before they had to sign in: only ever a page of this
 * program, whatever the address says.
 */
final class LocalTarget {

	static final String PARAMETER = "continue";

	static final String HOME = "/";

	private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

	private static final Pattern NO_PLACE_TO_BE = Pattern
		.compile("/(sign-in|sign-out|error|account/password)([/?].*)?");

	private LocalTarget() {
	}

	/**
	 * The address if it is a page of this program, otherwise the home page.
	 */
	static String of(@Nullable String address) {
		boolean acceptable = address != null && address.length() <= 1000 && LOCAL.matcher(address).matches()
				&& !NO_PLACE_TO_BE.matcher(address).matches();
		return acceptable ? String.valueOf(address) : HOME;
	}

	/**
	 * The page that a request was sent from: itself if it asks for a page, otherwise the
	 * one that htmx or the browser names.
	 */
	static String of(HttpServletRequest request) {
		String current = request.getHeader("HX-Current-URL");
		if (current == null && "GET".equals(request.getMethod())) {
			String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
			return of(request.getRequestURI().substring(request.getContextPath().length()) + query);
		}
		return ofUrl((current != null) ? current : request.getHeader("Referer"), request.getContextPath());
	}

	static String signIn(String reason, String target) {
		return by("/sign-in", reason, target);
	}

	/**
	 * A page that leads on to the target.
	 */
	static String by(String way, String reason, String target) {
		UriComponentsBuilder page = UriComponentsBuilder.fromPath(way);
		if (!reason.isEmpty()) {
			page.queryParam(reason);
		}
		if (!target.equals(HOME)) {
			page.queryParam(PARAMETER, "{target}");
			return page.encode().buildAndExpand(target).toUriString();
		}
		return page.toUriString();
	}

	private static String ofUrl(@Nullable String url, String contextPath) {
		if (url == null) {
			return HOME;
		}
		try {
			URI uri = new URI(url);
			String path = (uri.getRawPath() != null) ? uri.getRawPath() : HOME;
			String local = path.startsWith(contextPath) ? path.substring(contextPath.length()) : HOME;
			return of(local + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : ""));
		}
		catch (URISyntaxException ex) {
			return HOME;
		}
	}

}
