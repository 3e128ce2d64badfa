package vn.wardkpi.dashboard.web.kept;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.EachUtils;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts a kept part in the place of its element, by {@code kept:part} (template and
 * fragment) and {@code kept:with} (a map of all that the part shows); with
 * {@code kept:each}, said as th:each is, one after the other of a list.
 * <p>
 * Where {@code th:utext} would read the HTML into tags again, it is put there as it is,
 * or only its place, for whoever puts parts together; see {@link Places}. It is read only
 * where it must be: on pages in another language what is Vietnamese is marked tag by tag.
 */
final class InsertedPart extends AbstractAttributeTagProcessor {

	/** As th:utext, so after th:if. */
	private static final int PRECEDENCE = 1400;

	private final KeptParts kept;

	InsertedPart(String prefix, KeptParts kept) {
		super(TemplateMode.HTML, prefix, null, false, "part", true, PRECEDENCE, true);
		this.kept = kept;
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute, String part,
			IElementTagStructureHandler handler) {
		Map<String, Object> values = values(context, tag.getAttributeValue(getDialectPrefix(), "with"));
		String each = tag.getAttributeValue(getDialectPrefix(), "each");
		StringBuilder html = new StringBuilder();
		if (each == null) {
			html.append(html(context, this.kept.of(part, values, (IWebContext) context)));
		}
		else {
			each(context, each, (name, thing) -> {
				Map<String, Object> all = new HashMap<>(values);
				all.put(name, thing);
				html.append(html(context, this.kept.of(part, all, (IWebContext) context)));
			});
		}
		if (isVietnamese(context)) {
			handler.replaceWith(html.toString(), false);
		}
		else {
			handler.replaceWith(context.getModelFactory().parse(context.getTemplateData(), html.toString()), false);
		}
	}

	private static String html(ITemplateContext context, byte[] part) {
		return (isVietnamese(context) && context.getVariable(Places.VARIABLE) instanceof Places places)
				? places.of(part) : new String(part, StandardCharsets.UTF_8);
	}

	private static boolean isVietnamese(ITemplateContext context) {
		return context.getLocale().getLanguage().equals("vi");
	}

	private static void each(ITemplateContext context, String things, BiConsumer<String, Object> act) {
		Each each = EachUtils.parseEach(context, things);
		String name = String.valueOf(each.getIterVar().execute(context));
		for (Object thing : (Iterable<?>) each.getIterable().execute(context)) {
			act.accept(name, thing);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> values(ITemplateContext context, @Nullable String with) {
		return (with == null) ? Map.of()
				: (Map<String, Object>) StandardExpressions.getExpressionParser(context.getConfiguration())
					.parseExpression(context, with)
					.execute(context);
	}

}
