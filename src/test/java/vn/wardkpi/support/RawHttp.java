package vn.wardkpi.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Sends what no library would send.
 */
public final class RawHttp {

	private RawHttp() {
	}

	/**
	 * @param request with its line ends as {@code \n}; ISO-8859-1
	 * @return the whole answer, as UTF-8
	 */
	public static String send(int port, String request) {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(10_000);
			OutputStream out = socket.getOutputStream();
			out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			return read(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Socket socket) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try {
			socket.getInputStream().transferTo(answer);
		}
		catch (SocketException ex) {
			// Closed by the other side: what came is the answer.
			return answer.toString(StandardCharsets.UTF_8);
		}
		return answer.toString(StandardCharsets.UTF_8);
	}

}
