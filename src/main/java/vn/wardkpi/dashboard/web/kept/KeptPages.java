package vn.wardkpi.dashboard.web.kept;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * Answers for pages whose content has a version. Who has the page of this version already
 * is told so after one statement; else what was rendered for it is sent again, and only
 * what nobody has asked for yet is read and rendered.
 * <p>
 * A page that is kept depends on nothing but its address, the day, the language, what the
 * reader may see of the ward, the content's version and the program's. The tag that the
 * browser sends back depends on the frame as well: on the person, the session and the
 * notices.
 */
@Component
public class KeptPages {

	private final ContentVersions versions;

	private final PageParts parts;

	private final PageCache<Rendered> rendered;

	KeptPages(ContentVersions versions, ProgramVersion program, PageParts parts, Clock clock,
			@Value("${ward-kpi.kept-pages}") DataSize most) {
		this.versions = versions;
		this.parts = parts;
		this.rendered = new PageCache<>(program, clock, most.toBytes(), Rendered::size);
	}

	/**
	 * Answers for a page of a ward.
	 * @param template of the page
	 * @param fill reads what the template shows; it runs only if that is not kept
	 * @return what to send, which is only that nothing changed if the reader has it
	 */
	public View ofWard(WardCode ward, Request request, String template, Consumer<Content> fill) {
		Content content = this.versions.ofWard(ward, request.actor().username());
		return answer(request, key(request, ward, content), content, template, () -> fill.accept(content));
	}

	/**
	 * Answers for a page of a plan. What is not approved has no version: who may see that
	 * gets the page as it is now.
	 * @param template of the page
	 * @param fill reads what the template shows; it runs only if that is not kept
	 * @return what to send, which is only that nothing changed if the reader has it
	 */
	public View ofPlan(long id, Request request, String template, Consumer<Content> fill) {
		Content content = this.versions.ofPlan(id, request.actor().username());
		PlanSummary plan = content.plan();
		if (plan == null || request.actor().maySeeDrafts(plan.wardCode())) {
			fill.accept(content);
			request.model().addAttribute("unreadNotices", content.unread());
			return this.parts.whole(template, request.locale());
		}
		return answer(request, key(request, plan.wardCode(), content), content, template, () -> fill.accept(content));
	}

	/**
	 * Answers for a page of many wards, which is the same for all who may see it.
	 * @param province code, or {@code null} for the country
	 * @param address what the page is of; not what was asked for where that leaves
	 * something to the person
	 * @param template of the page
	 * @param fill reads what the template shows; it runs only if that is not kept
	 * @return what to send, which is only that nothing changed if the reader has it
	 */
	public View ofWards(@Nullable String province, String address, Request request, String template, Runnable fill) {
		Content content = this.versions.ofWards(province, request.actor().username());
		return answer(request, key(request, content, address), content, template, fill);
	}

	private View answer(Request request, String key, Content content, String template, Runnable fill) {
		String tag = tag(request, content, key);
		boolean repeatable = RequestContextUtils.getInputFlashMap(request.web()) == null;
		if (repeatable && PageCache.has(request.web(), tag)) {
			tagged(request.response(), tag);
			return PageCache.NOT_MODIFIED;
		}
		Rendered page = this.rendered.get(key, () -> {
			fill.run();
			return this.parts.render(template, request);
		});
		if (repeatable) {
			tagged(request.response(), tag);
		}
		request.model().addAttribute("illustrative", page.illustrative());
		request.model().addAttribute("unreadNotices", content.unread());
		return this.parts.framed(page, request.locale());
	}

	private String key(Request request, WardCode ward, Content content) {
		Actor actor = request.actor();
		return key(request, content,
				String.join("|", actor.role().name(), String.valueOf(actor.mayAdminister(ward)),
						String.valueOf(actor.maySeeDrafts(ward)), String.valueOf(actor.maySeeHistory(ward)),
						address(request.web())));
	}

	private String key(Request request, Content content, String page) {
		return this.rendered.key(content.version(), request.locale(), page);
	}

	private static String address(HttpServletRequest web) {
		String query = web.getQueryString();
		return web.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	private static String tag(Request request, Content content, String key) {
		return PageCache.tag(String.join("|", key, request.actor().toString(), request.web().getSession().getId(),
				String.valueOf(content.unread())));
	}

	private static void tagged(HttpServletResponse response, String tag) {
		response.setHeader(HttpHeaders.ETAG, tag);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
	}

	/**
	 * Who asks for what.
	 */
	public record Request(Actor actor, HttpServletRequest web, HttpServletResponse response, ModelMap model) {

		public Locale locale() {
			return RequestContextUtils.getLocale(this.web);
		}

	}

}
