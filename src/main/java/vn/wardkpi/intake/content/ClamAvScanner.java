package vn.wardkpi.intake.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a clamd over TCP by its INSTREAM command: the content in chunks, each after its
 * length, an empty one at the end; the answer is one line.
 */
public class ClamAvScanner implements ContentScanner {

	private static final String NAME = "ClamAV";

	private static final int CHUNK = 64 * 1024;

	private static final int LONGEST_ANSWER = 1024;

	private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

	private final String host;

	private final int port;

	private final Duration timeout;

	public ClamAvScanner(String host, int port, Duration timeout) {
		this.host = host;
		this.port = port;
		this.timeout = timeout;
	}

	@Override
	public Finding scan(byte[] content) {
		String answer = ask(content);
		Matcher found = FOUND.matcher(answer);
		if (found.matches()) {
			return Finding.infected(NAME, found.group(1));
		}
		if (answer.equals("stream: OK")) {
			return Finding.clean(NAME);
		}
		throw new ScannerDownException("clamd at " + this.host + ":" + this.port + " answers: " + answer, null);
	}

	private String ask(byte[] content) {
		int millis = Math.toIntExact(this.timeout.toMillis());
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(millis);
			socket.connect(new InetSocketAddress(this.host, this.port), millis);
			try {
				send(content, new DataOutputStream(socket.getOutputStream()));
			}
			catch (IOException ex) {
				// It may have hung up on a size limit of its own, and said so before.
				String said = answer(socket.getInputStream());
				if (said.isEmpty()) {
					throw ex;
				}
				return said;
			}
			return answer(socket.getInputStream());
		}
		catch (IOException ex) {
			throw new ScannerDownException("No clamd at " + this.host + ":" + this.port, ex);
		}
	}

	private static void send(byte[] content, DataOutputStream out) throws IOException {
		out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
		for (int from = 0; from < content.length; from += CHUNK) {
			int length = Math.min(CHUNK, content.length - from);
			out.writeInt(length);
			out.write(content, from, length);
		}
		out.writeInt(0);
		out.flush();
	}

	private static String answer(InputStream in) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		for (int b = in.read(); b > 0 && answer.size() < LONGEST_ANSWER; b = in.read()) {
			answer.write(b);
		}
		return answer.toString(StandardCharsets.UTF_8).strip();
	}

}
