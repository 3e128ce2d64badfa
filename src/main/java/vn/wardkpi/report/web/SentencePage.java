package vn.wardkpi.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.report.SentenceExamples.Said;
import vn.wardkpi.report.sentence.SentenceInForce;

/**
 * What the page of one sentence shows.
 *
 * @param text as it was typed, else as it stands in reports
 * @param said what it becomes; {@code null} where no report has it yet
 */
record SentencePage(SentenceInForce one, String text, @Nullable Said said) {

	/** What can stand in it, in braces. */
	public List<String> places() {
		return this.one.sentence().places().stream().map((place) -> "{" + place + "}").toList();
	}

	static List<Group> groups(List<SentenceInForce> sentences) {
		Map<String, List<SentenceInForce>> groups = new LinkedHashMap<>();
		sentences
			.forEach((one) -> groups.computeIfAbsent(one.sentence().group(), (group) -> new ArrayList<>()).add(one));
		return groups.entrySet().stream().map((entry) -> new Group(entry.getKey(), entry.getValue())).toList();
	}

	/**
	 * @param name of its heading's message
	 */
	record Group(String name, List<SentenceInForce> sentences) {

		Group {
			sentences = List.copyOf(sentences);
		}

	}

}
