package vn.wardkpi.database;

import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector.DefaultQueryEnhancerSelector;
import org.springframework.data.repository.config.BootstrapMode;

/**
 * Reads the entities and checks the repositories' queries beside the making of everything
 * else, which needs neither: that is a quarter of the program's start. What is wrong with
 * one still ends the start.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "vn.wardkpi", bootstrapMode = BootstrapMode.DEFERRED,
		queryEnhancerSelector = RepositoryConfiguration.UnchangedQueries.class)
class RepositoryConfiguration {

	/** Boot does so for repositories that it configures itself; these are not. */
	@Bean
	EntityManagerFactoryBuilderCustomizer besideTheRest() {
		return (builder) -> builder.requireBootstrapExecutor(() -> new IllegalStateException("No task executor"));
	}

	/**
	 * Queries run as they are written. Spring Data would parse each to be able to sort,
	 * page and count it, which nobody asks for here; Hibernate, which checks it, parses
	 * it anyway.
	 */
	static final class UnchangedQueries extends DefaultQueryEnhancerSelector {

		UnchangedQueries() {
			super(QueryEnhancerFactories.fallback(), QueryEnhancerFactories.fallback());
		}

	}

}
