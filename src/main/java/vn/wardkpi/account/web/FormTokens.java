package vn.wardkpi.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token that forms carry in the session where there is one, and in a cookie
 * where there is none: who only looks at the sign-in page leaves nothing behind.
 */
class FormTokens implements CsrfTokenRepository {

	private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	private final CsrfTokenRepository plain = cookie("CSRF");

	private final CsrfTokenRepository encrypted = cookie("__Host-CSRF");

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return of(request).generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		of(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return of(request).loadToken(request);
	}

	/** A session's forms are never believed because of a cookie. */
	private CsrfTokenRepository of(HttpServletRequest request) {
		if (request.getSession(false) != null) {
			return this.session;
		}
		return request.isSecure() ? this.encrypted : this.plain;
	}

	private static CsrfTokenRepository cookie(String name) {
		CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
		cookie.setCookieName(name);
		cookie.setCookiePath("/");
		cookie.setHeaderName("X-CSRF-TOKEN");
		cookie.setCookieCustomizer((attributes) -> attributes.sameSite("Lax"));
		return cookie;
	}

}
