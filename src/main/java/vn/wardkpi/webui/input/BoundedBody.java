package vn.wardkpi.webui.input;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import vn.wardkpi.shared.RefusedException;

/**
 * A body that is read up to a length and no further, whatever its sender says of it.
 */
final class BoundedBody extends ServletInputStream {

	private final ServletInputStream body;

	private final Supplier<RefusedException> refusal;

	private long left;

	/**
	 * @param longest in bytes
	 */
	BoundedBody(ServletInputStream body, long longest, Supplier<RefusedException> refusal) {
		this.body = body;
		this.left = longest;
		this.refusal = refusal;
	}

	@Override
	public int read() throws IOException {
		int one = this.body.read();
		count((one >= 0) ? 1 : 0);
		return one;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = this.body.read(buffer, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	private void count(int read) {
		this.left -= read;
		if (this.left < 0) {
			throw this.refusal.get();
		}
	}

	@Override
	public int available() throws IOException {
		return this.body.available();
	}

	@Override
	public void close() throws IOException {
		this.body.close();
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

}
