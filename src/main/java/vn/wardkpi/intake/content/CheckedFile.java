package vn.wardkpi.intake.content;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is what its name says.
 */
public final class CheckedFile {

	private final FileName name;

	private final AcceptedKind kind;

	private final byte[] content;

	private final boolean active;

	private final byte @Nullable [] thumbnail;

	/**
	 * @param active whether it may do something when it is opened
	 * @param thumbnail a small JPEG of it, if it is a picture that can be drawn
	 */
	CheckedFile(FileName name, AcceptedKind kind, byte[] content, boolean active, byte @Nullable [] thumbnail) {
		this.name = name;
		this.kind = kind;
		this.content = content;
		this.active = active;
		this.thumbnail = thumbnail;
	}

	public String name() {
		return this.name.text();
	}

	public AcceptedKind kind() {
		return this.kind;
	}

	public byte[] content() {
		return this.content;
	}

	public long size() {
		return this.content.length;
	}

	public boolean isActive() {
		return this.active;
	}

	public byte @Nullable [] thumbnail() {
		return this.thumbnail;
	}

	public String sha256() {
		return DigestUtils.sha256Hex(this.content);
	}

}
