package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts HTML in the place of its element as it is. {@code th:utext} would read it into
 * tags again, as languages are marked on every page after it is rendered; a row has been
 * rendered, and marked, before.
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
		handler.replaceWith((row != null) ? row.toString() : "", false);
	}

}
