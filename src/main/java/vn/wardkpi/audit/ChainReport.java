package vn.wardkpi.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verification of one chain found.
 *
 * @param chain code of the ward, or {@link #INSTALLATION}
 * @param entries how many rows there are
 * @param head hash of the last row, hexadecimal: written down elsewhere, it shows later
 * whether somebody who may do everything has written the whole chain anew
 * @param finding the first row that does not fit, or {@code null} if all do
 */
public record ChainReport(String chain, long entries, String head, @Nullable Finding finding) {

	/** The chain of what concerns no ward. */
	public static final String INSTALLATION = "installation";

	public boolean isIntact() {
		return this.finding == null;
	}

	/**
	 * How a row does not fit.
	 *
	 * @param no its place in the chain
	 * @param entryId its number in audit_entry, if it is there
	 */
	public record Finding(Fault fault, long no, @Nullable Long entryId) {
	}

	/**
	 * Kinds of tampering that show.
	 */
	public enum Fault {

		/** The row is not as it was written. */
		ALTERED,

		/** The row that belongs at this place is gone. */
		MISSING,

		/** The row before is another one than when this one was written. */
		DETACHED,

		/** The row was written past the chain. */
		UNLINKED,

		/** Rows from this place to the end are gone. */
		CUT_OFF,

		/** The stated end of the chain is not its last row. */
		OTHER_HEAD,

		/** It is not stated where the chain ends. */
		WITHOUT_HEAD

	}

}
