package vn.wardkpi.webui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the API's requests from those of pages.
 */
final class ApiPaths {

	private static final String PREFIX = "/api/";

	private ApiPaths() {
	}

	/**
	 * Looks at the address that was asked for, also when the container forwarded the
	 * request to the error page.
	 */
	static boolean isApi(HttpServletRequest request) {
		return requested(request).startsWith(PREFIX);
	}

	static String requested(HttpServletRequest request) {
		Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (original instanceof String uri) ? uri : request.getRequestURI();
		return path.substring(Math.min(path.length(), request.getContextPath().length()));
	}

}
