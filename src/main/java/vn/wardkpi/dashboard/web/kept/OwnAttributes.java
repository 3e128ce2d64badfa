package vn.wardkpi.dashboard.web.kept;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose attributes are at hand: a template asks for one with every variable it
 * names, and would ask through all that filters have wrapped around the request.
 */
final class OwnAttributes extends HttpServletRequestWrapper {

	private final Map<String, Object> attributes = new HashMap<>();

	private OwnAttributes(HttpServletRequest request) {
		super(request);
	}

	static HttpServletRequest copied(HttpServletRequest request) {
		OwnAttributes own = new OwnAttributes(request);
		for (String name : Collections.list(request.getAttributeNames())) {
			own.setAttribute(name, request.getAttribute(name));
		}
		return own;
	}

	/** Without any attribute. */
	static HttpServletRequest none(HttpServletRequest request) {
		return new OwnAttributes(request);
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public Enumeration<String> getAttributeNames() {
		return Collections.enumeration(this.attributes.keySet());
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value != null) {
			this.attributes.put(name, value);
		}
		else {
			this.attributes.remove(name);
		}
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

}
