package vn.wardkpi.webui.input;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import vn.wardkpi.shared.RefusedException;

/**
 * The body of a request that must come in at a certain pace. Only the time spent waiting
 * for bytes counts. Tomcat's own time-out starts anew with each byte, so that whoever
 * sends one now and then would hold a thread for as long as they like.
 */
final class PacedBody implements InputBuffer {

	private static final int END = -1;

	private final Request request;

	private final InputBuffer body;

	private final BodyProperties pace;

	private final Semaphore places;

	private final boolean admitted;

	private final long declared;

	private boolean holdsPlace;

	private boolean tooSlow;

	private boolean ended;

	private long bytes;

	private long waited;

	PacedBody(Request request, BodyProperties pace, Semaphore places) {
		this.request = request;
		this.body = request.getInputBuffer();
		this.declared = declared(request);
		this.pace = pace;
		this.places = places;
		this.admitted = places.tryAcquire();
		this.holdsPlace = this.admitted;
	}

	static boolean isExpected(Request request) {
		return declared(request) > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	/** None where it is no length at all, which the container refuses. */
	private static long declared(Request request) {
		String length = request.getHeader("Content-Length");
		return (length != null && length.matches("\\d{1,18}")) ? Long.parseLong(length) : END;
	}

	/** False where too many others are on their way in: nothing is read then. */
	boolean isAdmitted() {
		return this.admitted;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (!this.admitted) {
			return END;
		}
		if (this.tooSlow) {
			throw late();
		}
		long start = System.nanoTime();
		int read;
		try {
			read = this.body.doRead(handler);
		}
		catch (SocketTimeoutException ex) {
			RefusedException late = late();
			late.initCause(ex);
			throw late;
		}
		this.waited += System.nanoTime() - start;
		if (read < 0) {
			end();
			return read;
		}
		this.bytes += read;
		if (this.bytes == this.declared) {
			end();
		}
		else if (this.waited > this.pace.patience().toNanos()
				+ (this.bytes * 1_000_000_000.0 / this.pace.slowest().toBytes())) {
			throw late();
		}
		return read;
	}

	@Override
	public int available() {
		return this.admitted ? this.body.available() : 0;
	}

	/**
	 * Reads what nobody asked for, at the same pace, so that the sender gets to read the
	 * answer; breaks the connection off where that takes too long.
	 * @param most bytes
	 */
	void readRest(long most) throws IOException {
		boolean nothingSent = this.bytes == 0 && this.request.hasExpectation();
		if (this.ended || nothingSent) {
			return;
		}
		if (this.admitted && !this.tooSlow) {
			Discard discard = new Discard();
			try {
				while (!this.ended && this.bytes < most) {
					doRead(discard);
				}
			}
			catch (RefusedException ex) {
				breakOff();
				return;
			}
		}
		if (!this.ended) {
			breakOff();
		}
	}

	/** Gives the place to others and the request its own body back. */
	void close() {
		end();
		this.request.setInputBuffer(this.body);
	}

	private void breakOff() {
		this.request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

	/**
	 * No IOException: to Tomcat that would mean that the sender has gone, and nobody
	 * would be told anything.
	 */
	private RefusedException late() {
		this.tooSlow = true;
		release();
		return new RefusedException(RefusedException.Kind.TOO_SLOW, "request.too-slow");
	}

	private void end() {
		this.ended = true;
		release();
	}

	private void release() {
		if (this.holdsPlace) {
			this.holdsPlace = false;
			this.places.release();
		}
	}

	private static final class Discard implements ApplicationBufferHandler {

		private ByteBuffer buffer = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.buffer = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.buffer;
		}

		@Override
		public void expand(int size) {
			// What is thrown away needs no room.
		}

	}

}
