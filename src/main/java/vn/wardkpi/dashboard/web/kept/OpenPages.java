package vn.wardkpi.dashboard.web.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

import vn.wardkpi.shared.WardCode;

/**
 * Answers for pages that everybody may see and proxies may keep: the same whoever asks,
 * signed in or not. A page is rendered once for each version of what it shows.
 */
@Component
public class OpenPages {

	/** Of the memory for kept pages. */
	private static final int SHARE = 8;

	private final ContentVersions versions;

	private final ProgramVersion program;

	private final PageParts parts;

	private final Clock clock;

	private final Cache<String, byte[]> rendered;

	OpenPages(ContentVersions versions, ProgramVersion program, PageParts parts, Clock clock,
			@Value("${ward-kpi.kept-pages}") DataSize most) {
		this.versions = versions;
		this.program = program;
		this.parts = parts;
		this.clock = clock;
		this.rendered = Caffeine.newBuilder()
			.maximumWeight(most.toBytes() / SHARE)
			.weigher((String key, byte[] page) -> 2 * key.length() + page.length)
			.build();
	}

	/**
	 * Answers for a page of a ward.
	 * @param asked says which page it is, or refuses; it runs after the version was read
	 * @return what to send, which is only that nothing changed if the caller has it
	 */
	public View ofWard(WardCode ward, Request request, Supplier<Page> asked) {
		String version = this.versions.ofWard(ward);
		Page page = asked.get();
		String key = String.join("|", this.program.get(), version, LocalDate.now(this.clock).toString(),
				request.locale().toLanguageTag(), page.template(), page.name());
		byte[] hash = DigestUtils.sha256(key);
		String tag = "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
		HttpServletResponse response = request.response();
		if (KeptPages.has(request.web(), tag)) {
			mark(response, tag);
			return (model, web, answer) -> answer.setStatus(HttpStatus.NOT_MODIFIED.value());
		}
		byte[] text = this.rendered.getIfPresent(key);
		if (text == null) {
			page.fill().run();
			text = this.parts.drawn(page.template(), request);
			this.rendered.put(key, text);
		}
		mark(response, tag);
		byte[] written = text;
		return (model, web, answer) -> {
			answer.setContentType(PageParts.HTML);
			answer.getOutputStream().write(written);
		};
	}

	/** The language is a cookie's. */
	private static void mark(HttpServletResponse response, String tag) {
		response.setHeader(HttpHeaders.ETAG, tag);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
		response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
	}

	/**
	 * @param name what distinguishes it from others of the ward that are made of the same
	 * template
	 * @param fill reads what the template shows; it runs only if that is not kept
	 */
	public record Page(String template, String name, Runnable fill) {
	}

	/**
	 * Where a page is asked for; not by whom.
	 */
	public record Request(HttpServletRequest web, HttpServletResponse response, ModelMap model) {

		public Locale locale() {
			return RequestContextUtils.getLocale(this.web);
		}

	}

}
