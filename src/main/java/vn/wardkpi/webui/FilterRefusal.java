package vn.wardkpi.webui;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;

/**
 * What a filter refuses, told like every refusal.
 */
public final class FilterRefusal {

	private static final String ATTRIBUTE = FilterRefusal.class.getName();

	private FilterRefusal() {
	}

	public static void tell(RefusedException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.setAttribute(ATTRIBUTE, refusal);
		response.sendError(refusal.kind().status());
	}

	static @Nullable RefusedException of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof RefusedException refusal) ? refusal : null;
	}

}
