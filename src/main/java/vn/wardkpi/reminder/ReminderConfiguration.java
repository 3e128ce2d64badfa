package vn.wardkpi.reminder;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;

import vn.wardkpi.account.MailAddress;

/**
 * Mail is sent where {@code spring.mail.host} names a server and
 * {@code ward-kpi.mail.from} an address to send from.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderProperties.class)
@EnableScheduling
class ReminderConfiguration {

	private static final Logger log = LoggerFactory.getLogger(ReminderConfiguration.class);

	@Bean
	Digests digests(JdbcClient jdbc, ObjectProvider<JavaMailSender> senders, MessageSource messages, Clock clock,
			ReminderProperties properties) {
		JavaMailSender server = senders.getIfAvailable();
		return new Digests(jdbc, (server != null) ? sender(server, properties, messages, clock) : withoutServer(),
				properties.reminder().sendAt(), clock);
	}

	private static @Nullable MailSender withoutServer() {
		log.info("No mail server is configured (spring.mail.host): reminders show in the program, no mail is sent");
		return null;
	}

	private static @Nullable MailSender sender(JavaMailSender server, ReminderProperties properties,
			MessageSource messages, Clock clock) {
		String from = properties.mail().from().strip();
		String publicUrl = properties.publicUrl().strip();
		if (!MailAddress.isAddress(from)) {
			log.warn("No mail is sent: ward-kpi.mail.from names no address to send from");
			return null;
		}
		if (publicUrl.isEmpty()) {
			log.warn("Mails carry no links: ward-kpi.public-url does not say where the program is reached");
		}
		return new MailSender(server, from, publicUrl.isEmpty() ? null : publicUrl.replaceAll("/+$", ""), messages,
				clock);
	}

}
