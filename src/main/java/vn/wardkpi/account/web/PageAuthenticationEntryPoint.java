package vn.wardkpi.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.webui.KeptForm;

/**
 * Sends people to the sign-in page and from there back to where they were.
 */
class PageAuthenticationEntryPoint extends SimpleUrlAuthenticationSuccessHandler
		implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** Where another password is chosen, as long as nothing else may be done. */
	static final String PASSWORD_PAGE = "/account/password";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			@Nullable AuthenticationException exception) throws IOException {
		boolean hadSession = request.getRequestedSessionId() != null;
		if (request.getHeader("HX-Request") == null && !KeptForm.sentWith(request).isEmpty()) {
			String page = LocalTarget.of(request);
			String own = request.getRequestURI().substring(request.getContextPath().length());
			request.setAttribute(LocalTarget.PARAMETER, page.equals(LocalTarget.HOME) ? LocalTarget.of(own) : page);
			forward(request, response);
			return;
		}
		send(LocalTarget.signIn(hadSession ? "ended" : "", LocalTarget.of(request)), request, response);
	}

	/**
	 * A form that was sent after the session had ended carries no valid CSRF token: its
	 * sender has to sign in, not to be told off.
	 */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			commence(request, response, null);
		}
		else if (Admission.mustChangePassword()) {
			send(LocalTarget.by(PASSWORD_PAGE, "", LocalTarget.of(request)), request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	/** What was typed goes on as fields of the sign-in page. */
	private static void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			request.getRequestDispatcher("/sign-in/kept").forward(request, response);
		}
		catch (ServletException ex) {
			throw new IOException(ex);
		}
	}

	private static void send(String address, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String page = request.getContextPath() + address;
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", page);
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else {
			response.sendRedirect(page);
		}
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
		return LocalTarget.of(request.getParameter(LocalTarget.PARAMETER));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		OpenSessions.began(request);
		KeptForm.keep(request, determineTargetUrl(request, response), authentication.getName());
		super.onAuthenticationSuccess(request, response, authentication);
	}

}
