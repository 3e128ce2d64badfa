package vn.wardkpi.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/**
 * A stored file, fetched a quarter of a megabyte at a time; skipping fetches nothing.
 */
class StoredContent extends AbstractResource {

	private static final int PART = 256 * 1024;

	private final EvidenceContents contents;

	private final long fileId;

	private final long length;

	StoredContent(EvidenceContents contents, EvidenceRow file) {
		this.contents = contents;
		this.fileId = file.id();
		this.length = file.bytes();
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public long contentLength() {
		return this.length;
	}

	@Override
	public String getDescription() {
		return "evidence file " + this.fileId;
	}

	@Override
	public InputStream getInputStream() {
		return new Parts();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StoredContent content && content.fileId == this.fileId;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.fileId);
	}

	private final class Parts extends InputStream {

		private long position;

		private long partFrom;

		private byte[] part = new byte[0];

		@Override
		public int read() {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : (one[0] & 0xff);
		}

		@Override
		public int read(byte[] into, int offset, int wanted) {
			Objects.checkFromIndexSize(offset, wanted, into.length);
			if (wanted == 0) {
				return 0;
			}
			if (this.position >= StoredContent.this.length) {
				return -1;
			}
			if (this.position < this.partFrom || this.position >= this.partFrom + this.part.length) {
				this.partFrom = this.position;
				this.part = StoredContent.this.contents.part(StoredContent.this.fileId, this.position, PART);
			}
			int at = (int) (this.position - this.partFrom);
			int n = Math.min(wanted, this.part.length - at);
			System.arraycopy(this.part, at, into, offset, n);
			this.position += n;
			return n;
		}

		@Override
		public long skip(long n) throws IOException {
			long skipped = Math.max(Math.min(n, StoredContent.this.length - this.position), 0);
			this.position += skipped;
			return skipped;
		}

		@Override
		public int available() {
			return (int) Math.min(Math.max(this.partFrom + this.part.length - this.position, 0), Integer.MAX_VALUE);
		}

	}

}
