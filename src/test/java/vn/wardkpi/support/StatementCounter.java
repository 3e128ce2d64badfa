package vn.wardkpi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the SQL statements that the present thread sends; MockMvc handles a request in
 * the thread that makes it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

	private static final ThreadLocal<List<String>> STATEMENTS = new ThreadLocal<>();

	/**
	 * The statements sent while the work is done, in their order.
	 */
	public static List<String> during(Callable<?> work) throws Exception {
		List<String> statements = new ArrayList<>();
		STATEMENTS.set(statements);
		try {
			work.call();
		}
		finally {
			STATEMENTS.remove();
		}
		return statements;
	}

	@Bean
	static BeanPostProcessor countStatements() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source && !(bean instanceof ProxyDataSource))
						? ProxyDataSourceBuilder.create(source).listener(new Listener()).build() : bean;
			}
		};
	}

	private static final class Listener implements QueryExecutionListener {

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			List<String> statements = STATEMENTS.get();
			if (statements != null) {
				queries.forEach((query) -> statements.add(query.getQuery()));
			}
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			// What is counted was sent before.
		}

	}

}
