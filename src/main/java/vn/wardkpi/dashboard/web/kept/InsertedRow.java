package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts HTML in the place of its element as it is, where {@code th:utext} would read it
 * into tags again. That is done only where it must be: on pages in another language what
 * is Vietnamese is marked tag by tag.
 */
final class InsertedRow extends AbstractStandardExpressionAttributeTagProcessor {

	/** As th:utext, so after th:each. */
	private static final int PRECEDENCE = 1400;

	InsertedRow(String prefix) {
		super(TemplateMode.HTML, prefix, "row", PRECEDENCE, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute,
			String value, @Nullable Object row, IElementTagStructureHandler handler) {
		String html = (row != null) ? row.toString() : "";
		if (context.getLocale().getLanguage().equals("vi")) {
			handler.replaceWith(html, false);
		}
		else {
			handler.replaceWith(context.getModelFactory().parse(context.getTemplateData(), html), false);
		}
	}

}
