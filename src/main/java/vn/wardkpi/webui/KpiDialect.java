package vn.wardkpi.webui;

import java.time.ZoneId;
import java.util.Set;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.context.MessageSource;

/**
 * Gives templates the expression object {@code #kpi}; see {@link KpiExpressions}.
 */
class KpiDialect extends AbstractDialect implements IExpressionObjectDialect {

	private final MessageSource messages;

	private final ZoneId zone;

	KpiDialect(MessageSource messages, ZoneId zone) {
		super("Ward KPI");
		this.messages = messages;
		this.zone = zone;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of("kpi");
			}

			@Override
			public Object buildObject(IExpressionContext context, String name) {
				return expressions(context);
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}

		};
	}

	private KpiExpressions expressions(IExpressionContext context) {
		if (context instanceof IWebContext web) {
			var request = web.getExchange().getRequest();
			Object original = web.getExchange().getAttributeValue("jakarta.servlet.error.request_uri");
			boolean error = original instanceof String;
			String path = error ? (String) original : request.getPathWithinApplication();
			String query = error ? null : request.getQueryString();
			return new KpiExpressions(this.messages, context.getLocale(), this.zone, path, query);
		}
		return new KpiExpressions(this.messages, context.getLocale(), this.zone, "/", null);
	}

}
