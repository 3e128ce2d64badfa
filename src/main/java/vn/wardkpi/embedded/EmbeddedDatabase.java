package vn.wardkpi.embedded;

import java.net.InetAddress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import vn.wardkpi.shared.BothLanguages;

/**
 * What takes the place of a configured database. Demo accounts have a known password, so
 * that the pages too are served to this machine alone, whatever else is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
class EmbeddedDatabase {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final Environment environment;

	EmbeddedDatabase(Environment environment) {
		this.environment = environment;
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> thisMachineAlone() {
		return (factory) -> factory.setAddress(InetAddress.getLoopbackAddress());
	}

	/**
	 * Before the web server listens: whoever gets an answer finds the demo data.
	 */
	@Bean
	SmartLifecycle demoDataOfAnEmptyDatabase(DemoData demo) {
		return new SmartLifecycle() {

			private boolean running;

			@Override
			public void start() {
				demo.loadIntoEmptyDatabase();
				this.running = true;
			}

			@Override
			public void stop() {
				this.running = false;
			}

			@Override
			public boolean isRunning() {
				return this.running;
			}

			@Override
			public int getPhase() {
				return 0;
			}

		};
	}

	@EventListener
	void tellWhereToLook(ApplicationReadyEvent ready) {
		String port = this.environment.getProperty("local.server.port", "8080");
		logger.info("\n\n{}\n", new BothLanguages("embedded").text("embedded.ready", "http://localhost:" + port + "/"));
	}

}
