package vn.wardkpi.report.sentence;

import java.util.List;
import java.util.Set;

/**
 * A sentence, or a part of one, that a ward may write itself.
 *
 * @param key below {@code report.} in the messages
 * @param group what it speaks of
 * @param places names of what the program fills in, in the order of its arguments
 * @param needed without which a sentence of the ward would say less than its figures
 * @param own the program's own text, its places by name: "Năm {năm}, {cơ quan giao} giao
 * {số chỉ tiêu} chỉ tiêu."
 */
public record Sentence(String key, String group, List<String> places, Set<String> needed, String own) {

	public Sentence {
		places = List.copyOf(places);
		needed = Set.copyOf(needed);
	}

	/** Whether numbers may stand in it, such as that of a law. */
	boolean mayHoldNumbers() {
		return this.group.equals("opening");
	}

}
