package vn.wardkpi.intake.content;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClamAvScannerTests {

	private ServerSocket clamd;

	private ContentScanner scanner;

	@BeforeEach
	void listen() throws IOException {
		this.clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.scanner = new ClamAvScanner("127.0.0.1", this.clamd.getLocalPort(), Duration.ofSeconds(5));
	}

	@AfterEach
	void hangUp() throws IOException {
		this.clamd.close();
	}

	@Test
	void sendsTheWholeFileAndTakesItsWord() throws Exception {
		byte[] content = new byte[200_000];
		content[199_999] = 7;
		CompletableFuture<byte[]> received = answer("stream: OK\0");

		ContentScanner.Finding finding = this.scanner.scan(content);

		assertThat(finding).isEqualTo(new ContentScanner.Finding("ClamAV", null));
		assertThat(received.get(5, TimeUnit.SECONDS)).isEqualTo(content);
	}

	@Test
	void namesWhatWasFound() {
		answer("stream: Win.Test.EICAR_HDB-1 FOUND\0");
		assertThat(this.scanner.scan(new byte[10]).virus()).isEqualTo("Win.Test.EICAR_HDB-1");
	}

	@Test
	void doesNotTakeAnErrorForAClean() {
		answer("INSTREAM size limit exceeded. ERROR\0");
		assertThatExceptionOfType(ContentScanner.ScannerDownException.class)
			.isThrownBy(() -> this.scanner.scan(new byte[10]))
			.withMessageContaining("size limit exceeded");
	}

	@Test
	void doesNotTakeSilenceForAClean() {
		answer("");
		assertThatExceptionOfType(ContentScanner.ScannerDownException.class)
			.isThrownBy(() -> this.scanner.scan(new byte[10]));
	}

	@Test
	void saysWhenNobodyListens() throws IOException {
		this.clamd.close();
		assertThatExceptionOfType(ContentScanner.ScannerDownException.class)
			.isThrownBy(() -> this.scanner.scan(new byte[10]));
	}

	private CompletableFuture<byte[]> answer(String answer) {
		return CompletableFuture.supplyAsync(() -> {
			try (Socket socket = this.clamd.accept()) {
				DataInputStream in = new DataInputStream(socket.getInputStream());
				assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
				ByteArrayOutputStream content = new ByteArrayOutputStream();
				for (int length = in.readInt(); length > 0; length = in.readInt()) {
					content.write(in.readNBytes(length));
				}
				socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
				return content.toByteArray();
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
	}

}
