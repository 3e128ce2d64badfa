package vn.wardkpi.webui.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers what never reached the program, such as a request whose first line cannot be
 * read, in place of the container's own page. Nothing is known of its sender: both
 * languages stand there.
 */
class LastResort extends ErrorReportValve {

	private static final Log log = LogFactory.getLog(LastResort.class);

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final MessageSource messages;

	private final JsonMapper json;

	LastResort(MessageSource messages, JsonMapper json) {
		this.messages = messages;
		this.json = json;
		setShowReport(false);
		setShowServerInfo(false);
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		AtomicBoolean writable = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
		if (!writable.get()) {
			return;
		}
		String address = request.getRequestURI();
		boolean api = address != null && address.startsWith("/api/");
		byte[] body = api ? problem(status) : page(status).getBytes(StandardCharsets.UTF_8);
		try {
			response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
			response.setContentLength(body.length);
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
			response.setHeader("Cache-Control", "no-store");
			response.getOutputStream().write(body);
			response.finishResponse();
		}
		catch (IOException ex) {
			log.debug("Nobody waits for the answer any more", ex);
		}
	}

	private byte[] problem(int status) {
		return this.json.writeValueAsBytes(Map.of("type", "about:blank", "status", status, "title",
				text(status, "title", VIETNAMESE), "detail", text(status, "detail", VIETNAMESE)));
	}

	private String page(int status) {
		return "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>"
				+ html(status, "title", VIETNAMESE) + "</title></head><body><main>" + words(status, VIETNAMESE)
				+ "<section lang=\"en\">" + words(status, Locale.ENGLISH) + "</section></main></body></html>";
	}

	private String words(int status, Locale locale) {
		return "<h1>" + html(status, "title", locale) + "</h1><p>" + html(status, "detail", locale) + "</p>";
	}

	private String html(int status, String part, Locale locale) {
		return HtmlUtils.htmlEscape(text(status, part, locale), StandardCharsets.UTF_8.name());
	}

	/** Of a status that has no words of its own, those of its kind. */
	private String text(int status, String part, Locale locale) {
		String own = this.messages.getMessage("webui.error." + status + "." + part, null, "", locale);
		String kind = "webui.error." + ((status < 500) ? 400 : 500) + "." + part;
		return (own != null && !own.isEmpty()) ? own : this.messages.getMessage(kind, null, locale);
	}

}
