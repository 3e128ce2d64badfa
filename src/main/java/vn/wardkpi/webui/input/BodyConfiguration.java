package vn.wardkpi.webui.input;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Puts a pace to what comes in, outside of everything that reads it: forms, files and
 * JSON alike. A thread waits for each body; see {@link PacedBody} for how long.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> pacedBodies(BodyProperties pace,
			@Value("${server.tomcat.max-swallow-size}") DataSize mostSwallowed) {
		Semaphore places = new Semaphore(pace.mostAtOnce());
		return (factory) -> {
			factory.addEngineValves(new Pace(pace, places, mostSwallowed.toBytes()));
			factory.addContextValves(new Refusal());
		};
	}

	/**
	 * Around the whole request, its answer and what is left of it after that.
	 */
	private static final class Pace extends ValveBase {

		private final BodyProperties pace;

		private final Semaphore places;

		private final long mostSwallowed;

		private Pace(BodyProperties pace, Semaphore places, long mostSwallowed) {
			super(true);
			this.pace = pace;
			this.places = places;
			this.mostSwallowed = mostSwallowed;
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			org.apache.coyote.Request raw = request.getCoyoteRequest();
			if (!PacedBody.isExpected(raw)) {
				getNext().invoke(request, response);
				return;
			}
			PacedBody body = new PacedBody(raw, this.pace, this.places);
			raw.setInputBuffer(body);
			try {
				getNext().invoke(request, response);
				if (!request.isAsync()) {
					response.finishResponse();
					body.readRest(this.mostSwallowed);
				}
			}
			finally {
				body.close();
			}
		}

	}

	/**
	 * Of what comes while too many bodies are on their way in; still within what makes a
	 * page or a problem document of an error.
	 */
	private static final class Refusal extends ValveBase {

		private Refusal() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			if (request.getCoyoteRequest().getInputBuffer() instanceof PacedBody body && !body.isAdmitted()) {
				response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			}
			else {
				getNext().invoke(request, response);
			}
		}

	}

}
