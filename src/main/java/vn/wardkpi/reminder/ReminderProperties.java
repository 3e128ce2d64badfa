package vn.wardkpi.reminder;

import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are reminded by mail.
 *
 * @param publicUrl where people reach the program, for links in mails; empty for mails
 * without links
 */
@ConfigurationProperties("ward-kpi")
record ReminderProperties(@DefaultValue("") String publicUrl, @DefaultValue Mail mail, @DefaultValue Sending reminder) {

	/**
	 * @param from the address that mails come from
	 */
	record Mail(@DefaultValue("") String from) {
	}

	/**
	 * @param sendAt time of day from which the one mail a working day goes out
	 */
	record Sending(@DefaultValue("07:30") LocalTime sendAt) {
	}

}
