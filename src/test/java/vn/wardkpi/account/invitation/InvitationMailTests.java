package vn.wardkpi.account.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invitations by a real SMTP server.
 */
class InvitationMailTests {

	private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	private static final Invitation INVITATION = new Invitation("an", "Nguyễn Văn An", "abc",
			NOW.plus(Invitations.VALID), null);

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void mailsTheLinkToItsPersonAlone() throws Exception {
		assertThat(mail("https://kpi.example.vn/").send(Map.of(INVITATION, "an@phuong.example.vn")))
			.containsExactly(INVITATION);
		MimeMessage mail = this.server.getReceivedMessages()[0];
		assertThat(mail.getAllRecipients()).singleElement().asString().contains("an@phuong.example.vn");
		assertThat((String) mail.getContent()).contains("https://kpi.example.vn/invitation/abc", "đến ngày 09/03/2026",
				"Nguyễn Văn An");
	}

	@Test
	void saysWhichWereNotTaken() {
		InvitationMail mail = mail("https://kpi.example.vn");
		this.server.stop();
		assertThat(mail.send(Map.of(INVITATION, "an@phuong.example.vn"))).isEmpty();
	}

	@Test
	void mailsNothingWithoutAnAddressOfTheProgram() {
		assertThat(mail(" ").send(Map.of(INVITATION, "an@phuong.example.vn"))).isEmpty();
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	private InvitationMail mail(String publicUrl) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(this.server.getSmtp().getPort());
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/account");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new InvitationMail(sender, "kpi@phuong.example.vn", publicUrl, messages,
				Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));
	}

}
