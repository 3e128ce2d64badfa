package vn.wardkpi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.LogLines;
import vn.wardkpi.support.SecondInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many people, or one, who send a byte now and then: others are served, and each of them
 * is told off after a while. The instance asked has eight threads, of which six may wait
 * for bodies, each for two seconds.
 */
class SlowBodiesTests extends IntegrationTest {

	private static final int MANY = 20;

	private final LogLines log = LogLines.record();

	private final List<Slow> slow = new ArrayList<>();

	@AfterEach
	void stop() throws Exception {
		this.log.close();
		assertThat(this.log.alarming()).isEmpty();
		for (Slow one : this.slow) {
			one.socket.close();
		}
	}

	@Test
	void doNotOccupyEveryThread() throws Exception {
		for (int i = 0; i < MANY; i++) {
			send("/sign-in", "Content-Length: 1000\r\nContent-Type: application/x-www-form-urlencoded", "a");
		}
		Thread.sleep(500);
		Instant start = Instant.now();
		assertThat(new Browser(SecondInstance.port()).get("/sign-in").statusCode()).isEqualTo(200);
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
		for (Slow one : this.slow) {
			String answer = one.answer.get(15, TimeUnit.SECONDS);
			assertThat(answer).matches("(?s)HTTP/1.1 (408|503) .*</html>.*");
			if (answer.startsWith("HTTP/1.1 503")) {
				assertThat(answer).contains("Retry-After: 10");
			}
		}
		assertThat(new Browser(SecondInstance.port()).signIn("nobody", "wrong").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "/sign-in, application/x-www-form-urlencoded, a",
			"/api/v1/plans/1/indicators/1/actuals/2026/FINAL, application/json, ' '", "/nowhere, text/plain, a",
			"/plans/1/indicators/1/evidence/2026/FINAL, multipart/form-data; boundary=x, a" })
	void areToldOffWhereverTheyAreSent(String path, String type, String bytes) throws Exception {
		Slow form = send(path, "Content-Length: 1000\r\nContent-Type: " + type, bytes);
		Slow chunked = send(path, "Transfer-Encoding: chunked\r\nContent-Type: " + type, "1\r\n" + bytes + "\r\n");
		assertThat(form.answer.get(15, TimeUnit.SECONDS)).matches("(?s)HTTP/1.1 (401|408|403|302) .*");
		assertThat(chunked.answer.get(15, TimeUnit.SECONDS)).matches("(?s)HTTP/1.1 (401|408|403|302) .*");
	}

	@Test
	void areWaitedForWhereTheyComeOverASlowLine() throws Exception {
		byte[] body = "x".repeat(40_000).getBytes(StandardCharsets.UTF_8);
		try (Socket socket = new Socket("localhost", SecondInstance.port())) {
			socket.getOutputStream()
				.write(head("/sign-in", "Connection: close\r\nContent-Length: " + body.length
						+ "\r\nContent-Type: application/x-www-form-urlencoded"));
			for (int sent = 0; sent < body.length; sent += 4000) {
				socket.getOutputStream().write(body, sent, 4000);
				Thread.sleep(400);
			}
			assertThat(read(socket)).startsWith("HTTP/1.1 302");
		}
	}

	/**
	 * Sends the head of a request, then these bytes again and again until the connection
	 * is closed.
	 */
	private Slow send(String path, String headers, String bytes) throws IOException {
		Socket socket = new Socket("localhost", SecondInstance.port());
		socket.getOutputStream().write(head(path, headers));
		Slow sender = new Slow(socket, CompletableFuture.supplyAsync(() -> read(socket), (work) -> start(work)));
		start(() -> {
			try {
				while (!socket.isClosed()) {
					socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
					Thread.sleep(250);
				}
			}
			catch (IOException | InterruptedException ex) {
				// Told off: the other end has closed.
				Thread.currentThread().interrupt();
			}
		});
		this.slow.add(sender);
		return sender;
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "slow");
		thread.setDaemon(true);
		thread.start();
	}

	private static byte[] head(String path, String headers) {
		return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Everything up to the end of the connection, however that ends.
	 */
	private static String read(Socket socket) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			InputStream in = socket.getInputStream();
			for (int read = in.read(); read >= 0; read = in.read()) {
				all.write(read);
			}
		}
		catch (IOException ex) {
			all.writeBytes((" " + ex.getMessage()).getBytes(StandardCharsets.UTF_8));
		}
		return all.toString(StandardCharsets.UTF_8);
	}

	private record Slow(Socket socket, CompletableFuture<String> answer) {
	}

}
