package vn.wardkpi.shared;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the program does of itself and is one act to those who read the record, whatever
 * number of events it takes. What a request does is one without this.
 */
public final class OneAct {

	private static final ThreadLocal<@Nullable Map<String, Long>> ROWS = new ThreadLocal<>();

	private OneAct() {
	}

	public static void during(Runnable work) {
		ROWS.set(new HashMap<>());
		try {
			work.run();
		}
		finally {
			ROWS.remove();
		}
	}

	/**
	 * The rows that stand for what is being done so far, by what they concern, to be
	 * added to; {@code null} where nothing is.
	 */
	public static @Nullable Map<String, Long> rows() {
		return ROWS.get();
	}

}
