package vn.wardkpi.database;

import org.jspecify.annotations.Nullable;

/**
 * The database was made by a build whose migrations are not those of this one.
 */
final class EarlierBuildException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String address;

	EarlierBuildException(@Nullable String address) {
		super("The database holds tables that these migrations did not make: " + address);
		this.address = (address != null) ? address : "";
	}

	/** JDBC address of the database. */
	String address() {
		return this.address;
	}

}
