package vn.wardkpi.account.invitation;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.MailAddress;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Mails links to those they are for, in Vietnamese, all over one connection. Where there
 * is no mail server, no address to send from or none that the program is reached at,
 * links are handed over on paper.
 */
@Component
class InvitationMail {

	private static final Logger log = LoggerFactory.getLogger(InvitationMail.class);

	private static final Locale LANGUAGE = Locale.forLanguageTag("vi");

	private final @Nullable JavaMailSender server;

	private final String from;

	private final String publicUrl;

	private final MessageSource messages;

	private final Clock clock;

	@Autowired
	InvitationMail(ObjectProvider<JavaMailSender> servers, @Value("${ward-kpi.mail.from:}") String from,
			@Value("${ward-kpi.public-url:}") String publicUrl, MessageSource messages, Clock clock) {
		this(servers.getIfAvailable(), from, publicUrl, messages, clock);
	}

	InvitationMail(@Nullable JavaMailSender server, String from, String publicUrl, MessageSource messages,
			Clock clock) {
		this.server = server;
		this.from = from.strip();
		this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @param addresses where each goes
	 * @return those that the server took
	 */
	Set<Invitation> send(Map<Invitation, String> addresses) {
		JavaMailSender sender = this.server;
		if (sender == null || addresses.isEmpty() || this.publicUrl.isEmpty() || !MailAddress.isAddress(this.from)) {
			return Set.of();
		}
		Map<MimeMessage, Invitation> mails = new LinkedHashMap<>();
		addresses.forEach((invitation, address) -> mails.put(message(sender, invitation, address), invitation));
		Set<Invitation> sent = new HashSet<>(mails.values());
		try {
			List<MimeMessage> all = new ArrayList<>(mails.keySet());
			sender.send(all.toArray(MimeMessage[]::new));
		}
		catch (MailSendException ex) {
			log.warn("Invitations were not mailed: {}; their links are shown instead", ex.getFailedMessages().size(),
					ex);
			ex.getFailedMessages().keySet().forEach((mail) -> sent.remove(mails.get(mail)));
		}
		catch (MailException ex) {
			log.warn("No invitation was mailed; their links are shown instead", ex);
			sent.clear();
		}
		return sent;
	}

	private MimeMessage message(JavaMailSender by, Invitation invitation, String address) {
		try {
			MimeMessage message = by.createMimeMessage();
			MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
			helper.setFrom(this.from);
			helper.setTo(new InternetAddress(address, invitation.displayName(), StandardCharsets.UTF_8.name()));
			helper.setSubject(this.messages.getMessage("account.invitation.mail.subject", null, LANGUAGE));
			helper.setSentDate(Date.from(this.clock.instant()));
			helper.setText(this.messages.getMessage("account.invitation.mail.text",
					new Object[] { invitation.displayName(), invitation.username(), this.publicUrl + invitation.path(),
							VietnameseDay.write(LocalDate.ofInstant(invitation.expiresAt(), this.clock.getZone())) },
					LANGUAGE));
			message.setHeader("Auto-Submitted", "auto-generated");
			return message;
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new MailPreparationException(ex);
		}
	}

}
