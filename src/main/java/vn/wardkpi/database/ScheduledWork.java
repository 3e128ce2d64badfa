package vn.wardkpi.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What runs by the clock and meets a database that does not answer says so in one line
 * and comes again at its next time.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledWork {

	private static final Logger logger = LoggerFactory.getLogger(ScheduledWork.class);

	@Bean
	static ThreadPoolTaskSchedulerCustomizer oneLineForAnOutage() {
		return (scheduler) -> scheduler.setErrorHandler(ScheduledWork::tell);
	}

	private static void tell(Throwable thrown) {
		String outage = DatabaseOutage.reason(thrown);
		if (outage != null) {
			logger.error("The database did not answer scheduled work: {}", outage);
		}
		else {
			logger.error("Scheduled work failed", thrown);
		}
	}

}
