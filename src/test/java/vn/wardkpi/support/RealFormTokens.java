package vn.wardkpi.support;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Gives the security filters back what MockMvc's {@code csrf()} takes from them for good:
 * where they keep the tokens of forms. Tests over real HTTP that are about it ask first.
 */
public final class RealFormTokens implements SmartInitializingSingleton {

	private static final String FIELD = "tokenRepository";

	private final FilterChainProxy security;

	private final Map<CsrfFilter, Object> repositories = new HashMap<>();

	RealFormTokens(FilterChainProxy security) {
		this.security = security;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.security.getFilterChains().forEach((chain) -> chain.getFilters().forEach((filter) -> {
			if (filter instanceof CsrfFilter forms) {
				this.repositories.put(forms, ReflectionTestUtils.getField(forms, FIELD));
			}
		}));
	}

	public void restore() {
		this.repositories.forEach((filter, repository) -> ReflectionTestUtils.setField(filter, FIELD, repository));
	}

}
