package vn.wardkpi.submission.web.workbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.shared.VietnameseNumber.Reading;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.submission.web.entry.CellForm;
import vn.wardkpi.submission.web.entry.RowView;

/**
 * What stands in the cells of a row that people type into.
 */
final class RowTexts {

	/** The verdicts a person can give, best first. */
	static final List<String> WORDS = List.of("EXCEEDED", "MET", "NOT_MET");

	private RowTexts() {
	}

	/**
	 * What is stored, as it stands in the workbook's cells.
	 */
	static Map<FormColumn, String> stored(RowView row, SubmissionWords words, Locale locale) {
		CellForm kept = row.kept();
		Map<FormColumn, String> texts = new EnumMap<>(FormColumn.class);
		String word = kept.getAchieved().isEmpty() ? "" : word(kept.getAchieved(), words, locale);
		texts.put(FormColumn.VALUE, row.word() ? word : kept.getValue());
		texts.put(FormColumn.NUMERATOR, kept.getNumerator());
		texts.put(FormColumn.DENOMINATOR, kept.getDenominator());
		texts.put(FormColumn.NO_DATA, kept.getNoDataReason());
		texts.put(FormColumn.CAUSE, kept.getCause());
		texts.put(FormColumn.REMEDY, kept.getRemedy());
		String note = kept.getNote();
		texts.put(FormColumn.NOTE, (note != null) ? note : "");
		return texts;
	}

	/**
	 * A sum of a row's texts: the same whenever they mean the same.
	 */
	static String sum(Map<FormColumn, String> texts) {
		return FormKey.sum(Stream.of(FormColumn.values())
			.filter(FormColumn::isTyped)
			.map((column) -> plain(texts.getOrDefault(column, "")))
			.toArray(String[]::new));
	}

	static boolean same(String one, String other) {
		return plain(one).equals(plain(other));
	}

	/** "9.923,50" and 9923.5 are the same number. */
	private static String plain(String text) {
		return (VietnameseNumber.read(text) instanceof Reading.Parsed number)
				? number.value().stripTrailingZeros().toPlainString()
				: text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
	}

	static String word(String verdict, SubmissionWords words, Locale locale) {
		return words.text("enum.verdict." + verdict, List.of(), locale);
	}

}
