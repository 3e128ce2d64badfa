package vn.wardkpi.webui.input;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.webui.FilterRefusal;

/**
 * Puts a {@link CheckedRequest} before all other filters, and has what it refuses
 * answered like every refusal.
 */
class InputFilter implements Filter {

	private static final Map<String, String> PROTECTION = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Content-Security-Policy",
			"default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; "
					+ "form-action 'self'");

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest web = (HttpServletRequest) request;
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			protect((HttpServletResponse) response);
			chain.doFilter(CheckedRequest.lenient(web), response);
			return;
		}
		try {
			chain.doFilter(CheckedRequest.strict(web), response);
		}
		catch (RefusedException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			FilterRefusal.tell(ex, web, (HttpServletResponse) response);
		}
	}

	/**
	 * What was refused before the security filters wrote their headers has none yet.
	 */
	private static void protect(HttpServletResponse response) {
		PROTECTION.forEach((name, value) -> {
			if (!response.containsHeader(name)) {
				response.setHeader(name, value);
			}
		});
	}

}
