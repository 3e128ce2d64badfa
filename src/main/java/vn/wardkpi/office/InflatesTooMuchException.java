package vn.wardkpi.office;

import java.io.IOException;

/**
 * A small file that becomes a huge one when it is opened.
 */
public final class InflatesTooMuchException extends IOException {

	private static final long serialVersionUID = 1L;

	InflatesTooMuchException(String message) {
		super(message);
	}

}
