package vn.wardkpi.reminder;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

import vn.wardkpi.account.MailAddress;
import vn.wardkpi.council.Question;
import vn.wardkpi.reminder.Notices.News;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.task.Task;

/**
 * Writes and sends mails, in Vietnamese, as plain text and simple HTML. They name forms,
 * units and days and nothing that was entered or written into them.
 */
class MailSender {

	private static final Locale LANGUAGE = Locale.forLanguageTag("vi");

	private final JavaMailSender sender;

	private final String from;

	private final @Nullable String publicUrl;

	private final MessageSource messages;

	private final Clock clock;

	/**
	 * @param publicUrl where people reach the program, without a slash at its end; mails
	 * have no links without it
	 */
	MailSender(JavaMailSender sender, String from, @Nullable String publicUrl, MessageSource messages, Clock clock) {
		this.sender = sender;
		this.from = from;
		this.publicUrl = publicUrl;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @throws MailException if it was not sent, or not certainly; see {@link #notTaken}
	 */
	void send(Digest digest, String mailTo) {
		if (!MailAddress.isAddress(mailTo)) {
			throw new MailPreparationException("Not an address: the account of " + digest.person().actor().username());
		}
		try {
			MimeMessage message = this.sender.createMimeMessage();
			MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
			helper.setFrom(this.from);
			helper.setTo(new InternetAddress(mailTo, oneLine(digest.person().actor().displayName()),
					StandardCharsets.UTF_8.name()));
			helper.setSubject(text("reminder.mail.subject", VietnameseDay.write(digest.day()),
					oneLine(digest.ward().displayName())));
			helper.setSentDate(Date.from(this.clock.instant()));
			helper.setText(plain(digest), html(digest));
			// The same mail has the same identity, whoever sends it and however often.
			message.setHeader("Message-ID",
					"<" + digest.day() + "." + digest.person().actor().username() + ".ward-kpi@" + domain() + ">");
			message.setHeader("Auto-Submitted", "auto-generated");
			this.sender.send(message);
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	/**
	 * Why a mail was certainly not taken and may be sent again: there was no server to
	 * talk to, it let nobody in, or it said no. Empty where it may have taken the mail
	 * before the connection broke.
	 */
	static Optional<String> notTaken(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return Optional.of("the server accepts no such sign-in");
		}
		if (!(failure instanceof MailSendException sending)) {
			return Optional.empty();
		}
		if (sending.getCause() != null) {
			return Optional.of("no connection");
		}
		return Stream.of(sending.getMessageExceptions()).allMatch(SendFailedException.class::isInstance)
				? Optional.of("the server refused it") : Optional.empty();
	}

	private String plain(Digest digest) {
		StringBuilder text = new StringBuilder(greeting(digest)).append("\n");
		digest.news().forEach((one) -> text.append("\n- ").append(line(one)).append("\n"));
		for (State state : State.values()) {
			List<DueSubmission> forms = in(state, digest);
			if (!forms.isEmpty()) {
				text.append("\n").append(text("reminder.mail.state." + state)).append("\n");
				for (DueSubmission one : forms) {
					text.append("- ").append(line(one)).append("\n");
					link(one).ifPresent((address) -> text.append("  ").append(address).append("\n"));
				}
			}
		}
		if (!digest.tasks().isEmpty()) {
			text.append("\n").append(text("reminder.mail.tasks")).append("\n");
			for (Task task : digest.tasks()) {
				text.append("- ").append(line(task, digest.day())).append("\n");
				link(task).ifPresent((address) -> text.append("  ").append(address).append("\n"));
			}
		}
		if (!digest.questions().isEmpty()) {
			text.append("\n").append(text("reminder.mail.questions")).append("\n");
			for (Question question : digest.questions()) {
				text.append("- ").append(line(question, digest.day())).append("\n");
				link(question).ifPresent((address) -> text.append("  ").append(address).append("\n"));
			}
		}
		text.append("\n").append(text("reminder.mail.why")).append("\n");
		own().ifPresent((address) -> text.append(address).append("\n"));
		return text.toString();
	}

	private String html(Digest digest) {
		StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><body><p>")
			.append(escaped(greeting(digest)))
			.append("</p>");
		digest.news().forEach((one) -> html.append("<p>").append(escaped(line(one))).append("</p>"));
		for (State state : State.values()) {
			List<DueSubmission> forms = in(state, digest);
			if (!forms.isEmpty()) {
				html.append("<p><b>").append(escaped(text("reminder.mail.state." + state))).append("</b></p><ul>");
				for (DueSubmission one : forms) {
					html.append("<li>").append(linked(line(one), link(one))).append("</li>");
				}
				html.append("</ul>");
			}
		}
		if (!digest.tasks().isEmpty()) {
			html.append("<p><b>").append(escaped(text("reminder.mail.tasks"))).append("</b></p><ul>");
			for (Task task : digest.tasks()) {
				html.append("<li>").append(linked(line(task, digest.day()), link(task))).append("</li>");
			}
			html.append("</ul>");
		}
		if (!digest.questions().isEmpty()) {
			html.append("<p><b>").append(escaped(text("reminder.mail.questions"))).append("</b></p><ul>");
			for (Question question : digest.questions()) {
				html.append("<li>").append(linked(line(question, digest.day()), link(question))).append("</li>");
			}
			html.append("</ul>");
		}
		return html.append("<p>")
			.append(linked(text("reminder.mail.why"), own()))
			.append("</p></body></html>")
			.toString();
	}

	private String greeting(Digest digest) {
		return text("reminder.mail.greeting", oneLine(digest.person().actor().displayName()),
				VietnameseDay.write(digest.day()));
	}

	private String line(News one) {
		return text("reminder.notice." + one.kind(), one.about());
	}

	private String line(DueSubmission one) {
		SubmissionKey key = one.form().key();
		LocalDate last = one.window().closesOn();
		String code = one.window().isOver(one.today()) ? "late" : ((one.days() == 0) ? "today" : "left");
		return text(one.form().annual() ? "reminder.mail.form-of-annual" : "reminder.mail.form", one.form().unitName(),
				StringUtils.uncapitalize(text("enum.period." + key.period())), String.valueOf(key.year()),
				text("reminder.mail." + code, String.valueOf(one.days()), VietnameseDay.write(last)));
	}

	private String line(Task task, LocalDate today) {
		return text("reminder.mail.task", task.unit().name(), until(task.due(), today));
	}

	/** Without the words of the question: who reads the mail may read them there. */
	private String line(Question question, LocalDate today) {
		return text("reminder.mail.question", question.no(), oneLine(question.asker()), until(question.due(), today));
	}

	private String until(LocalDate due, LocalDate today) {
		long days = ChronoUnit.DAYS.between(today, due);
		String code = (days < 0) ? "late" : ((days == 0) ? "today" : "left");
		return text("reminder.mail." + code, String.valueOf(Math.abs(days)), VietnameseDay.write(due));
	}

	private Optional<String> link(Question question) {
		return address("/plans/" + question.planId() + "/indicators/" + question.no() + "/questions#question-"
				+ question.id());
	}

	private Optional<String> link(Task task) {
		return address("/plans/" + task.planId() + "/tasks#task-" + task.id());
	}

	private Optional<String> link(DueSubmission one) {
		SubmissionKey key = one.form().key();
		String page = (one.state() == State.WAITING) ? "review" : "entry";
		return address(
				"/plans/" + key.planId() + "/" + page + "/" + key.year() + "/" + key.period() + "/" + key.leadUnit());
	}

	private Optional<String> own() {
		return address("/account");
	}

	private Optional<String> address(String path) {
		return Optional.ofNullable(this.publicUrl).map((url) -> url + path);
	}

	private String domain() {
		return this.from.substring(this.from.lastIndexOf('@') + 1);
	}

	private String text(String key, String... arguments) {
		return this.messages.getMessage(key, arguments, LANGUAGE);
	}

	private static String linked(String text, Optional<String> address) {
		return address.map((url) -> "<a href=\"" + escaped(url) + "\">" + escaped(text) + "</a>")
			.orElseGet(() -> escaped(text));
	}

	private static List<DueSubmission> in(State state, Digest digest) {
		return digest.forms().stream().filter((one) -> one.state() == state).toList();
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

	/** Nothing in a header may begin another one. */
	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ");
	}

}
