package vn.wardkpi.webui;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.context.MessageSource;

/**
 * Gives templates the expression objects {@code #kpi} and {@code #navigation}; see
 * {@link KpiExpressions} and {@link Navigation}.
 */
class KpiDialect extends AbstractDialect implements IExpressionObjectDialect {

	private final MessageSource messages;

	private final Clock clock;

	private final List<NavigationItem> items;

	KpiDialect(MessageSource messages, Clock clock, List<NavigationItem> items) {
		super("Ward KPI");
		this.messages = messages;
		this.clock = clock;
		this.items = items;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of("kpi", "navigation");
			}

			@Override
			public Object buildObject(IExpressionContext context, String name) {
				return name.equals("kpi") ? expressions(context)
						: new Navigation(KpiDialect.this.items, path(context), context::getVariable);
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}

		};
	}

	private KpiExpressions expressions(IExpressionContext context) {
		String query = (context instanceof IWebContext web && original(web) == null)
				? web.getExchange().getRequest().getQueryString() : null;
		return new KpiExpressions(this.messages, context.getLocale(), this.clock, path(context), query);
	}

	/**
	 * Address of the page that was asked for, on an error page too.
	 */
	private static String path(IExpressionContext context) {
		if (context instanceof IWebContext web) {
			String original = original(web);
			return (original != null) ? original : web.getExchange().getRequest().getPathWithinApplication();
		}
		return "/";
	}

	private static @Nullable String original(IWebContext web) {
		return (web.getExchange().getAttributeValue("jakarta.servlet.error.request_uri") instanceof String uri) ? uri
				: null;
	}

}
