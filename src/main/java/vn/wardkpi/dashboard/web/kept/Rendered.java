package vn.wardkpi.dashboard.web.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a page puts into the frame, in the bytes that are sent; the frame itself shows who
 * is signed in and is drawn for each request.
 */
final class Rendered {

	private final byte[] title;

	private final byte[] assets;

	private final List<byte[]> main;

	private final boolean illustrative;

	/**
	 * @param main piece by piece
	 * @param illustrative whether the frame says that the figures are invented
	 */
	Rendered(String title, String assets, List<byte[]> main, boolean illustrative) {
		this.title = bytes(title);
		this.assets = bytes(assets);
		this.main = List.copyOf(main);
		this.illustrative = illustrative;
	}

	boolean illustrative() {
		return this.illustrative;
	}

	/** Bytes in memory, roughly. */
	int size() {
		return this.title.length + this.assets.length + this.main.stream().mapToInt((part) -> part.length).sum() + 100;
	}

	void writeTitle(OutputStream out) throws IOException {
		out.write(this.title);
	}

	void writeAssets(OutputStream out) throws IOException {
		out.write(this.assets);
	}

	void writeMain(OutputStream out) throws IOException {
		for (byte[] part : this.main) {
			out.write(part);
		}
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
