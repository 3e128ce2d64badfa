package vn.wardkpi.dashboard.web.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * Rendered pages by all that they depend on, and the tags by which browsers ask for them
 * again.
 *
 * @param <P> what is kept of a page
 */
final class PageCache<P> {

	/** What is sent to whoever has the page. */
	static final View NOT_MODIFIED = (model, web, response) -> response.setStatus(HttpStatus.NOT_MODIFIED.value());

	private final ProgramVersion program;

	private final Clock clock;

	private final Cache<String, P> rendered;

	/**
	 * @param most bytes in memory, roughly
	 * @param size of a page in bytes
	 */
	PageCache(ProgramVersion program, Clock clock, long most, ToIntFunction<P> size) {
		this.program = program;
		this.clock = clock;
		this.rendered = Caffeine.newBuilder()
			.maximumWeight(most)
			.weigher((String key, P page) -> 2 * key.length() + size.applyAsInt(page))
			.build();
	}

	/**
	 * What a page depends on, in one text.
	 * @param version of the content
	 * @param page what distinguishes it from others of the same content
	 */
	String key(String version, Locale language, String page) {
		return String.join("|", this.program.get(), version, LocalDate.now(this.clock).toString(),
				language.toLanguageTag(), page);
	}

	/**
	 * Two who ask at once for what is not kept both render it: nobody waits for another.
	 * @param render reads and renders; it runs only if the page is not kept
	 */
	P get(String key, Supplier<P> render) {
		P page = this.rendered.getIfPresent(key);
		if (page == null) {
			page = render.get();
			this.rendered.put(key, page);
		}
		return page;
	}

	/**
	 * A weak tag: the same content may be sent compressed or not.
	 * @param all that what is sent depends on
	 */
	static String tag(String all) {
		byte[] hash = DigestUtils.sha256(all);
		return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
	}

	static boolean has(HttpServletRequest web, String tag) {
		return Collections.list(web.getHeaders(HttpHeaders.IF_NONE_MATCH))
			.stream()
			.anyMatch((known) -> known.contains(tag));
	}

}
