package vn.wardkpi.dashboard.web.kept;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps the rows of tables as they were rendered, so that a page of which one figure
 * changed renders that figure's row alone. A row's template sees nothing but the values
 * it is given and the language: equal values make an equal row, whatever has happened
 * since. Templates ask for one as {@code #rows.of('dashboard/year-row', {row: row})} and
 * put it in a place by {@code kept:row}.
 */
@Component
class KeptRows extends AbstractProcessorDialect implements IExpressionObjectDialect {

	/** Of the memory for kept pages. */
	private static final int SHARE = 3;

	/** Bytes of the values of a row, roughly. */
	private static final int VALUES = 1000;

	private static final String FRAGMENT = "row";

	private final ObjectProvider<ITemplateEngine> engine;

	private final Cache<Key, String> rendered;

	KeptRows(ObjectProvider<ITemplateEngine> engine, @Value("${ward-kpi.kept-pages}") DataSize most) {
		super("Kept rows", "kept", StandardDialect.PROCESSOR_PRECEDENCE);
		this.engine = engine;
		this.rendered = Caffeine.newBuilder()
			.maximumWeight(most.toBytes() / SHARE)
			.weigher((Key key, String row) -> 2 * row.length() + VALUES)
			.build();
	}

	/** How many are kept, roughly. */
	long size() {
		return this.rendered.estimatedSize();
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new InsertedRow(prefix));
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of("rows");
			}

			@Override
			public @Nullable Object buildObject(IExpressionContext context, String name) {
				return (context instanceof IWebContext web) ? new Rows(KeptRows.this, web) : null;
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}

		};
	}

	/**
	 * What templates call.
	 */
	public static final class Rows {

		private final KeptRows kept;

		private final IWebContext page;

		Rows(KeptRows kept, IWebContext page) {
			this.kept = kept;
			this.page = page;
		}

		/**
		 * @param template with a fragment "row"
		 * @param values all that it shows, compared by their contents: no entities
		 * @return HTML
		 */
		public String of(String template, Map<String, Object> values) {
			Key key = new Key(template, this.page.getLocale(), values);
			String row = this.kept.rendered.getIfPresent(key);
			if (row == null) {
				row = render(template, values);
				this.kept.rendered.put(key, row);
			}
			return row;
		}

		private String render(String template, Map<String, Object> values) {
			IServletWebExchange exchange = (IServletWebExchange) this.page.getExchange();
			HttpServletRequest request = (HttpServletRequest) exchange.getNativeRequestObject();
			Map<String, Object> variables = new HashMap<>(values);
			String evaluation = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;
			variables.put(evaluation, this.page.getVariable(evaluation));
			WebContext context = new WebContext(
					JakartaServletWebApplication.buildApplication(request.getServletContext())
						.buildExchange(OwnAttributes.none(request),
								(HttpServletResponse) exchange.getNativeResponseObject()),
					this.page.getLocale(), variables);
			return this.kept.engine.getObject().process(template, Set.of(FRAGMENT), context);
		}

	}

	private record Key(String template, Locale language, Map<String, Object> values) {
	}

}
