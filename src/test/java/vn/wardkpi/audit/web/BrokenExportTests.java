package vn.wardkpi.audit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.LogLines;
import vn.wardkpi.support.SecondInstance;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The database goes away in the middle of an export: whoever receives it learns that the
 * file is not whole, and nothing else stands at its end.
 */
class BrokenExportTests extends IntegrationTest {

	/** The chain of a ward that is none: its rows are taken away again. */
	private static final String CHAIN = "99998";

	private static final String WHO = "broken-export";

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	/** Far more than what network buffers hold: 30 MB. */
	private static final int ROWS = 5000;

	private static final String LAST_LINE = "Số dòng: ";

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private Browser browser;

	@BeforeEach
	void aLongRecord() {
		this.jdbc.sql("""
				insert into audit_entry (at, actor, ward_code, subject, key, action, to_state)
				select now(), ?, ?, 'USER', 'k' || n, 'CREATED', repeat('ạ', 2000) from generate_series(1, ?) n
				""").param(WHO).param(CHAIN).param(ROWS).update();
		String admin = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(admin, PASSWORD, "Quản trị", Role.ADMIN, null, List.of()), "test");
		this.browser = new Browser(SecondInstance.port());
		assertThat(this.browser.signIn(admin, PASSWORD).statusCode()).isEqualTo(302);
	}

	@AfterEach
	void tidyUp() throws IOException, SQLException {
		SecondInstance.database().mend();
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			statement.execute("set session_replication_role = replica");
			statement.execute("delete from audit_link where chain = '" + CHAIN + "'");
			statement.execute("delete from audit_chain where chain = '" + CHAIN + "'");
			statement.execute("delete from audit_entry where ward_code = '" + CHAIN + "'");
		}
	}

	@Test
	void aFileThatBreaksOffIsNotTakenForTheWhole() throws Exception {
		assertThat(new String(export().body().readAllBytes(), StandardCharsets.UTF_8))
			.endsWith(LAST_LINE + ROWS + "\r\n");

		HttpResponse<InputStream> answer = export();
		assertThat(answer.statusCode()).isEqualTo(200);
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		try (InputStream body = answer.body(); LogLines log = LogLines.record()) {
			received.write(body.readNBytes(100_000));
			SecondInstance.database().cut();
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> body.transferTo(received));
			assertThat(log.alarming()).singleElement()
				.asString()
				.startsWith("ERROR The answer to GET /audit/export broke off half-way: ")
				.doesNotContain("<-");
		}
		assertThat(received.toString(StandardCharsets.UTF_8)).doesNotContain(LAST_LINE, "<html");
	}

	@Test
	void aFileThatCannotBeBegunIsARefusal() throws Exception {
		SecondInstance.database().cut();
		HttpResponse<InputStream> answer = export();
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
		assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)).contains("</html>");
	}

	private HttpResponse<InputStream> export() throws IOException, InterruptedException {
		URI address = URI.create("http://localhost:" + SecondInstance.port() + "/audit/export?who=" + WHO);
		return this.http.send(
				HttpRequest.newBuilder(address).header("Cookie", "SESSION=" + this.browser.session()).build(),
				BodyHandlers.ofInputStream());
	}

}
