package vn.wardkpi.webui.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ApiPaths;

/**
 * A request whose parameters can be read and kept, and whose body has an end. Parameters
 * are looked at when the first of them is read, not before: what nobody reads need not be
 * taken in.
 */
final class CheckedRequest extends HttpServletRequestWrapper {

	private static final DataSize LARGEST_JSON = DataSize.ofMegabytes(1);

	private static final DataSize LARGEST_FORM = DataSize.ofMegabytes(2);

	/** The container's limit; what a page takes at the most is its own to say. */
	private static final DataSize LARGEST_UPLOAD = DataSize.ofMegabytes(60);

	private final boolean strict;

	private final DataSize largest;

	private boolean looked;

	private @Nullable RefusedException refusal;

	private CheckedRequest(HttpServletRequest request, boolean strict) {
		super(request);
		this.strict = strict;
		String type = request.getContentType();
		boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
		DataSize body = ApiPaths.isApi(request) ? LARGEST_JSON : LARGEST_FORM;
		this.largest = upload ? LARGEST_UPLOAD : body;
	}

	/**
	 * @throws RefusedException TOO_LARGE if the body says so of itself
	 */
	static CheckedRequest strict(HttpServletRequest request) {
		CheckedRequest checked = new CheckedRequest(request, true);
		if (request.getContentLengthLong() > checked.largest.toBytes()) {
			throw checked.tooLarge();
		}
		return checked;
	}

	/**
	 * For telling what was wrong: parameters that cannot be read are not there.
	 */
	static CheckedRequest lenient(HttpServletRequest request) {
		return new CheckedRequest(request, false);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return look() ? super.getParameter(name) : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return look() ? super.getParameterValues(name) : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return look() ? super.getParameterMap() : Map.of();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return look() ? super.getParameterNames() : Collections.emptyEnumeration();
	}

	/** A session that no text can name is none; its cookie carries the name in Base64. */
	@Override
	public Cookie @Nullable [] getCookies() {
		Cookie[] cookies = super.getCookies();
		return (cookies != null)
				? Arrays.stream(cookies).filter((cookie) -> isReadable(cookie.getValue())).toArray(Cookie[]::new)
				: null;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return new BoundedBody(super.getInputStream(), this.largest.toBytes(), this::tooLarge);
	}

	@Override
	public BufferedReader getReader() throws IOException {
		String charset = getCharacterEncoding();
		return new BufferedReader(new InputStreamReader(getInputStream(),
				(charset != null) ? Charset.forName(charset) : StandardCharsets.UTF_8));
	}

	/**
	 * @return whether the parameters can be read
	 * @throws RefusedException MALFORMED or TOO_LARGE if not, and that is to be said
	 */
	private boolean look() {
		if (!this.looked) {
			this.looked = true;
			try {
				super.getParameterMap().forEach(CheckedRequest::refuseUnstorable);
			}
			catch (RefusedException ex) {
				this.refusal = ex;
			}
			catch (RuntimeException ex) {
				// Whatever the container fails at here, it fails at what was sent.
				this.refusal = isTooLarge(ex) ? tooLarge() : new RefusedException(Kind.MALFORMED, "request.unreadable");
				this.refusal.initCause(ex);
			}
		}
		if (this.strict && this.refusal != null) {
			throw this.refusal;
		}
		return this.refusal == null;
	}

	private static void refuseUnstorable(String name, String[] values) {
		boolean named = FreeText.isStorable(name);
		if (!named || !Arrays.stream(values).allMatch(FreeText::isStorable)) {
			Problem problem = Problem.error("text-unstorable");
			throw new RefusedException(Kind.MALFORMED, "request.unstorable", List.of(),
					List.of(new FieldProblem(named ? FreeText.echo(name) : null, problem)));
		}
	}

	private static boolean isReadable(String cookie) {
		try {
			byte[] decoded = Base64.getDecoder().decode(cookie);
			return new String(decoded, StandardCharsets.UTF_8).indexOf('\0') < 0;
		}
		catch (IllegalArgumentException ex) {
			// Not Base64: taken as it stands.
			return true;
		}
	}

	private static boolean isTooLarge(Throwable cause) {
		for (Throwable each = cause; each != null; each = each.getCause()) {
			if (each instanceof SizeException || each instanceof FileCountLimitExceededException
					|| (each instanceof InvalidParameterException parameter && parameter.getErrorCode() == 413)) {
				return true;
			}
		}
		return false;
	}

	private RefusedException tooLarge() {
		return new RefusedException(Kind.TOO_LARGE, "request.too-large", this.largest.toMegabytes() + " MB");
	}

}
