package vn.wardkpi.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.token.PersonalTokens;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.LogLines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People of a small plan's ward who send requests over real HTTP: pages by a session, the
 * API by a token. What comes back has to be an answer and not an accident.
 */
public abstract class RequestsFromOutside extends SubmissionTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	protected static final int MEGABYTE = 1024 * 1024;

	@LocalServerPort
	protected int port;

	@Autowired
	protected Accounts accounts;

	@Autowired
	private PersonalTokens tokens;

	private final HttpClient client = HttpClient.newHttpClient();

	protected final Map<Role, String> names = new java.util.EnumMap<>(Role.class);

	protected final Map<Role, Browser> browsers = new java.util.EnumMap<>(Role.class);

	protected String ward;

	protected String plan;

	protected String figure;

	protected String form;

	protected String review;

	protected String evidence;

	@BeforeEach
	void people() {
		this.ward = this.plan().ward().value();
		this.plan = "/api/v1/plans/" + this.plan().planId();
		this.figure = this.plan + "/indicators/7/actuals/2026/FINAL";
		this.form = this.plan + "/submissions/2026/FINAL/kinh-te";
		this.review = "/plans/" + this.plan().planId() + "/review/2026/FINAL/kinh-te";
		this.evidence = "/plans/" + this.plan().planId() + "/indicators/7/evidence/2026/FINAL";
		for (Role role : List.of(Role.ADMIN, Role.OFFICIAL, Role.REVIEWER)) {
			String name = role.name().toLowerCase(java.util.Locale.ROOT) + UUID.randomUUID().toString().substring(0, 8);
			List<String> units = (role == Role.OFFICIAL) ? List.of(NewAccount.ALL_LEAD_UNITS) : null;
			this.accounts.create(new NewAccount(name, PASSWORD, "Người thử", role, this.ward, units), "test");
			this.names.put(role, name);
		}
	}

	protected SamplePlan plan() {
		return super.plan;
	}

	protected void answerAll(List<Sent> all) {
		SoftAssertions softly = new SoftAssertions();
		for (Sent sent : all) {
			try (LogLines log = LogLines.record()) {
				HttpResponse<String> answer = exchange(sent.request());
				softly.assertThat(answer.statusCode())
					.as(sent.name() + "\n" + shortened(answer.body()))
					.isEqualTo(sent.status());
				if (answer.statusCode() >= 400) {
					String type = answer.headers().firstValue("Content-Type").orElse("");
					softly.assertThat(type)
						.as(sent.name())
						.startsWith(sent.api() ? "application/problem+json" : "text/html");
					softly.assertThat(answer.body())
						.as(sent.name())
						.doesNotContain("Exception", "HTTP Status", "at vn.", "at org.")
						.containsAnyOf(sent.api() ? "\"detail\":\"" : "</main>", "class=\"answer\"");
					softly.assertThat(answer.body().length()).as(sent.name() + " length").isLessThan(200_000);
				}
				softly.assertThat(log.alarming()).as(sent.name()).isEmpty();
			}
		}
		softly.assertAll();
	}

	protected static String shortened(String body) {
		return body.contains("<main") ? Jsoup.parse(body).select("main").text()
				: body.substring(0, Math.min(body.length(), 300));
	}

	protected Sent page(Role role, String address, int status) {
		return new Sent("GET " + address, signedIn(role, address).GET(), false, status);
	}

	protected Sent form(Role role, String address, String body, int status) {
		String token = token(role);
		String csrf = (role != null) ? "&_csrf=" + token : "";
		return new Sent("POST " + address + " " + body.substring(0, Math.min(80, body.length())),
				signedIn(role, address).header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString(body + csrf)),
				false, status);
	}

	protected Sent multipart(Role role, String address, int status, String... parts) {
		HttpRequest.Builder request = signedIn(role, address)
			.header("Content-Type", "multipart/form-data; boundary=grenze")
			.POST(BodyPublishers.ofString(part("_csrf", token(role)) + String.join("", parts) + "--grenze--\r\n"));
		return new Sent(
				"POST " + address + " multipart " + String.join("", parts).lines().skip(1).findFirst().orElse(""),
				request, false, status);
	}

	protected Sent upload(Role role, String address, int status, String... parts) {
		HttpRequest.Builder request = request(address).header("Authorization", "Bearer " + bearer(role))
			.header("Content-Type", "multipart/form-data; boundary=grenze")
			.POST(BodyPublishers.ofString(String.join("", parts) + "--grenze--\r\n"));
		return new Sent(
				"POST " + address + " multipart " + String.join("", parts).lines().skip(1).findFirst().orElse(""),
				request, true, status);
	}

	protected Sent huge(Role role, String address, boolean api) {
		String head = (api ? "" : part("_csrf", token(role))) + "--grenze\r\nContent-Disposition: form-data; name=\""
				+ (address.endsWith("import") ? "file" : "files")
				+ "\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
		byte[] tail = "\r\n--grenze--\r\n".getBytes(StandardCharsets.UTF_8);
		BodyPublisher body = BodyPublishers.ofInputStream(() -> {
			InputStream start = new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8));
			InputStream middle = new ByteArrayInputStream(new byte[61 * MEGABYTE]);
			return new SequenceInputStream(
					java.util.Collections.enumeration(List.of(start, middle, new ByteArrayInputStream(tail))));
		});
		HttpRequest.Builder request = api ? request(address).header("Authorization", "Bearer " + bearer(role))
				: signedIn(role, address);
		return new Sent("POST " + address + " 61 MB",
				request.header("Content-Type", "multipart/form-data; boundary=grenze").POST(body), api, 413);
	}

	protected static String part(String name, String value) {
		return "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
	}

	protected static String file(String name, String content) {
		return "--grenze\r\nContent-Disposition: form-data; name=\"" + (name.endsWith("csv") ? "file" : "files")
				+ "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
	}

	protected Sent api(Role role, String method, String address, String json, int status) {
		String what = (json != null) ? " " + json.substring(0, Math.min(120, json.length())) : "";
		return new Sent(method + " " + address + what, call(role, method, address, json), true, status);
	}

	protected HttpRequest.Builder call(Role role, String method, String address, String json) {
		return request(address).header("Authorization", "Bearer " + bearer(role))
			.header("Content-Type", "application/json")
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
	}

	protected HttpRequest.Builder signedIn(Role role, String address) {
		HttpRequest.Builder request = request(address);
		return (role != null) ? request.header("Cookie", "SESSION=" + browser(role).session()) : request;
	}

	protected HttpRequest.Builder request(String address) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address));
	}

	protected HttpResponse<String> exchange(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	protected Browser browser(Role role) {
		return this.browsers.computeIfAbsent(role, (as) -> {
			Browser browser = new Browser(this.port);
			assertThat(browser.signIn(this.names.get(as), PASSWORD).statusCode()).isEqualTo(302);
			return browser;
		});
	}

	protected String token(Role role) {
		return (role != null) ? browser(role).page("/account").select("input[name=_csrf]").attr("value") : "";
	}

	protected String bearer(Role role) {
		return this.bearers.computeIfAbsent(role,
				(as) -> this.tokens.create("test", 1, new vn.wardkpi.shared.Actor(this.names.get(as), "x", as,
						new WardCode(this.ward), as == Role.OFFICIAL, java.util.Set.of())));
	}

	protected final Map<Role, String> bearers = new java.util.EnumMap<>(Role.class);

	/**
	 * @param api whether a program asks, not a browser
	 * @param status what it has to be answered by
	 */
	public record Sent(String name, HttpRequest.Builder request, boolean api, int status) {
	}

}
