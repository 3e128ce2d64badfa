package vn.wardkpi.dashboard.web.kept;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
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
 * Keeps parts of pages as they were rendered, so that a page of which one figure changed
 * renders what shows that figure alone. A part's template sees nothing but the values it
 * is given and the language: equal values make an equal part, whatever has happened
 * since. Templates ask for one by {@code kept:part}; see {@link InsertedPart}. A part may
 * hold parts, of which those are rendered again that differ.
 * <p>
 * A part knows nobody and no request, so a form that is posted does not belong into one:
 * it would lack the session's token.
 */
@Component
class KeptParts extends AbstractProcessorDialect {

	/** Of the memory for kept pages. */
	private static final int SHARE = 2;

	/** Bytes of a part's values, roughly; of one that holds parts they are theirs. */
	private static final int VALUES = 2500;

	/** Between a template and its fragment. */
	private static final String FRAGMENT = " :: ";

	private final ObjectProvider<ITemplateEngine> engine;

	private final Cache<Key, byte[]> rendered;

	KeptParts(ObjectProvider<ITemplateEngine> engine, @Value("${ward-kpi.kept-pages}") DataSize most) {
		super("Kept parts", "kept", StandardDialect.PROCESSOR_PRECEDENCE);
		this.engine = engine;
		this.rendered = Caffeine.newBuilder()
			.maximumWeight(most.toBytes() / SHARE)
			.weigher((Key key, byte[] part) -> part.length + VALUES)
			.build();
	}

	/** What is kept. */
	Set<Key> keys() {
		return Set.copyOf(this.rendered.asMap().keySet());
	}

	void clear() {
		this.rendered.invalidateAll();
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new InsertedPart(prefix, this));
	}

	/**
	 * @param part template and fragment
	 * @param values all that it shows, compared by their contents: no entities
	 * @return HTML in the bytes that are sent
	 */
	byte[] of(String part, Map<String, Object> values, IWebContext page) {
		Key key = new Key(part, page.getLocale(), values);
		byte[] html = this.rendered.getIfPresent(key);
		if (html == null) {
			html = Rendered.bytes(render(part, values, page));
			this.rendered.put(key, html);
		}
		return html;
	}

	private String render(String part, Map<String, Object> values, IWebContext page) {
		IServletWebExchange exchange = (IServletWebExchange) page.getExchange();
		HttpServletRequest request = (HttpServletRequest) exchange.getNativeRequestObject();
		Map<String, Object> variables = new HashMap<>(values);
		String evaluation = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;
		variables.put(evaluation, page.getVariable(evaluation));
		WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
			.buildExchange(OwnAttributes.none(request), (HttpServletResponse) exchange.getNativeResponseObject()),
				page.getLocale(), variables);
		String[] named = part.split(FRAGMENT, 2);
		return this.engine.getObject().process(named[0], Set.of(named[1]), context);
	}

	/**
	 * @param part template and fragment
	 */
	record Key(String part, Locale language, Map<String, Object> values) {
	}

}
