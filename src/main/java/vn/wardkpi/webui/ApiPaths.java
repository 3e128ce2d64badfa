package vn.wardkpi.webui;

import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the API's requests from those of pages.
 */
public final class ApiPaths {

	private static final String PREFIX = "/api/";

	private static final Pattern ASSET = Pattern
		.compile("/assets/.*|/[^?]*\\." + "(?:m?js|css|map|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|txt|xml|webmanifest)");

	private ApiPaths() {
	}

	/**
	 * Looks at the address that was asked for, also when the container forwarded the
	 * request to the error page.
	 */
	public static boolean isApi(HttpServletRequest request) {
		return requested(request).startsWith(PREFIX);
	}

	/**
	 * Whether what a page loads was asked for, such as a script: no page may be answered
	 * in its place.
	 */
	static boolean isAsset(HttpServletRequest request) {
		return ASSET.matcher(requested(request)).matches();
	}

	static String requested(HttpServletRequest request) {
		Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (original instanceof String uri) ? uri : request.getRequestURI();
		return path.substring(Math.min(path.length(), request.getContextPath().length()));
	}

}
