package vn.wardkpi.dashboard.web.kept;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * Renders the parts of a page that its template gives to the frame, and puts rendered
 * parts into the frame.
 */
@Component
class PageParts {

	private static final String FRAME = "dashboard/kept";

	static final String HTML = "text/html;charset=UTF-8";

	private static final String TITLE = "<title></title>";

	private static final String ASSETS = "<meta class=\"page-asset\">";

	private static final String MAIN = "<main></main>";

	private static final String END_OF_TITLE = "</title>";

	private final ThymeleafViewResolver templates;

	private final ApplicationContext application;

	PageParts(ThymeleafViewResolver templates, ApplicationContext application) {
		this.templates = templates;
		this.application = application;
	}

	/** In the template the title stands first, then what belongs to it, then the rest. */
	Rendered render(String template, KeptPages.Request request) {
		Selected view = new Selected(template, this.templates.getTemplateEngine(), this.application, request.locale());
		Places places = new Places();
		Map<String, Object> model = new HashMap<>(request.model());
		model.put(Places.VARIABLE, places);
		String text = text(view, model, request.web(), request.response());
		int main = text.indexOf("<main");
		String head = places.read(text.substring(0, main));
		int assets = head.indexOf(END_OF_TITLE) + END_OF_TITLE.length();
		return new Rendered(head.substring(0, assets), head.substring(assets), places.filled(text.substring(main)),
				Boolean.TRUE.equals(request.model().get("illustrative")));
	}

	/** A page that is the same for everybody, with its frame. */
	byte[] drawn(String template, OpenPages.Request request) {
		return Rendered
			.bytes(text(whole(template, request.locale()), request.model(), request.web(), request.response()));
	}

	View whole(String template, Locale locale) {
		try {
			return Objects.requireNonNull(this.templates.resolveViewName(template, locale), template);
		}
		catch (Exception ex) {
			throw new IllegalStateException("No template " + template, ex);
		}
	}

	/**
	 * The frame is drawn with an empty place for each part, and they are put there as
	 * they are: nothing is parsed or encoded again.
	 */
	View framed(Rendered page, Locale locale) {
		View frame = whole(FRAME, locale);
		return new View() {

			@Override
			public String getContentType() {
				return HTML;
			}

			@Override
			public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
					throws Exception {
				String drawn = text(frame, Objects.requireNonNullElse(model, Map.of()), request, response);
				int title = drawn.indexOf(TITLE);
				int assets = drawn.indexOf(ASSETS, title);
				int main = drawn.indexOf(MAIN, assets);
				response.setContentType(HTML);
				ServletOutputStream out = response.getOutputStream();
				out.write(Rendered.bytes(drawn.substring(0, title)));
				page.writeTitle(out);
				out.write(Rendered.bytes(drawn.substring(title + TITLE.length(), assets)));
				page.writeAssets(out);
				out.write(Rendered.bytes(drawn.substring(assets + ASSETS.length(), main)));
				page.writeMain(out);
				out.write(Rendered.bytes(drawn.substring(main + MAIN.length())));
			}

		};
	}

	private static String text(View view, Map<String, ?> model, HttpServletRequest request,
			HttpServletResponse response) {
		StringWriter written = new StringWriter();
		try (PrintWriter writer = new PrintWriter(written)) {
			view.render(new HashMap<>(model), OwnAttributes.copied(request), new Written(response, writer));
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return written.toString();
	}

	/**
	 * A template without its frame, all parts of it at once.
	 */
	private static final class Selected extends ThymeleafView {

		private static final Set<String> PARTS = Set.of("title", ".page-asset", "main");

		Selected(String template, ISpringTemplateEngine engine, ApplicationContext application, Locale locale) {
			super(template);
			setTemplateEngine(engine);
			setApplicationContext(application);
			setLocale(locale);
			setContentType(HTML);
			setProducePartialOutputWhileProcessing(false);
		}

		@Override
		public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
				throws Exception {
			renderFragment(PARTS, model, request, response);
		}

	}

	/**
	 * A response whose text is kept back.
	 */
	private static final class Written extends HttpServletResponseWrapper {

		private final PrintWriter writer;

		Written(HttpServletResponse response, PrintWriter writer) {
			super(response);
			this.writer = writer;
		}

		@Override
		public PrintWriter getWriter() {
			return this.writer;
		}

	}

}
