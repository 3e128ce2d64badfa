package vn.wardkpi.dashboard.web.kept;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
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

	private final PageParts parts;

	private final PageCache<byte[]> rendered;

	OpenPages(ContentVersions versions, ProgramVersion program, PageParts parts, Clock clock,
			@Value("${ward-kpi.kept-pages}") DataSize most) {
		this.versions = versions;
		this.parts = parts;
		this.rendered = new PageCache<>(program, clock, most.toBytes() / SHARE, (page) -> page.length);
	}

	/**
	 * Answers for a page of a ward.
	 * @param asked says which page it is, or refuses; it runs after the version was read
	 * @return what to send, which is only that nothing changed if the caller has it
	 */
	public View ofWard(WardCode ward, Request request, Supplier<Page> asked) {
		String version = this.versions.ofWard(ward);
		Page page = asked.get();
		String key = this.rendered.key(version, request.locale(), page.template() + "|" + page.name());
		String tag = PageCache.tag(key);
		if (PageCache.has(request.web(), tag)) {
			mark(request.response(), tag);
			return PageCache.NOT_MODIFIED;
		}
		byte[] text = this.rendered.get(key, () -> {
			page.fill().run();
			return this.parts.drawn(page.template(), request);
		});
		mark(request.response(), tag);
		return (model, web, answer) -> {
			answer.setContentType(PageParts.HTML);
			answer.getOutputStream().write(text);
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
