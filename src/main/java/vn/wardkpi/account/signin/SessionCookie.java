package vn.wardkpi.account.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session. On an encrypted way its name begins with {@code __Host-}:
 * browsers then take it from this host alone, and only if it is encrypted.
 */
class SessionCookie implements CookieSerializer {

	private static final String NAME = "SESSION";

	private final CookieSerializer plain = named(NAME);

	private final CookieSerializer encrypted = named("__Host-" + NAME);

	@Override
	public void writeCookieValue(CookieValue cookie) {
		of(cookie.getRequest()).writeCookieValue(cookie);
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return of(request).readCookieValues(request);
	}

	private CookieSerializer of(HttpServletRequest request) {
		return request.isSecure() ? this.encrypted : this.plain;
	}

	private static CookieSerializer named(String name) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(name);
		cookie.setCookiePath("/");
		return cookie;
	}

}
