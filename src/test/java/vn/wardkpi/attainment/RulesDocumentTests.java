package vn.wardkpi.attainment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.PeriodBuilder;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.shared.VietnameseNumber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples in {@code docs/rules.md} are true.
 */
class RulesDocumentTests {

	private static final Path DOCUMENT = Path.of("docs/rules.md");

	private static final String NONE = "·";

	static List<List<String>> numbers() throws IOException {
		return rows("typed numbers");
	}

	static List<List<String>> targets() throws IOException {
		return rows("target texts");
	}

	static List<List<String>> verdicts() throws IOException {
		List<List<String>> rows = new ArrayList<>(rows("verdicts"));
		rows.addAll(rows("verdicts within a year"));
		return rows;
	}

	static List<List<String>> headlines() throws IOException {
		return rows("headlines");
	}

	static List<List<String>> courses() throws IOException {
		return rows("courses");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void numbersAreRead(List<String> row) {
		VietnameseNumber.Reading reading = VietnameseNumber.read(row.get(0));
		String read = row.get(1);
		if (reading instanceof VietnameseNumber.Reading.Parsed parsed) {
			assertThat(parsed.value()).isEqualTo(new BigDecimal(read));
		}
		else if (reading instanceof VietnameseNumber.Reading.Ambiguous ambiguous) {
			assertThat("asked back: " + ambiguous.suggestion()).isEqualTo(read);
		}
		else {
			assertThat(read).isEqualTo((reading instanceof VietnameseNumber.Reading.Blank) ? "nothing" : "no number");
		}
	}

	@ParameterizedTest
	@MethodSource("targets")
	void targetTextsAreRead(List<String> row) {
		TargetGrammar.Reading reading = TargetGrammar.read(row.get(0), row.get(1).isEmpty() ? null : row.get(1));
		if (reading instanceof TargetGrammar.Reading.Understood understood) {
			ParsedTarget target = understood.target();
			assertThat(target.valueType().name()).isEqualTo(row.get(2));
			assertThat(target.comparator()).isEqualTo(row.get(3).isEmpty() ? null : Comparator.valueOf(row.get(3)));
			assertThat(target.value()).isEqualTo(row.get(4).isEmpty() ? null : new BigDecimal(row.get(4)));
			assertThat(target.upper()).isEqualTo(row.get(5).isEmpty() ? null : new BigDecimal(row.get(5)));
		}
		else {
			assertThat((reading instanceof TargetGrammar.Reading.Ambiguous ambiguous)
					? "asked back: " + ambiguous.code() : "nothing")
				.isEqualTo(row.get(2));
		}
	}

	@ParameterizedTest
	@MethodSource("verdicts")
	void verdictsAreGiven(List<String> row) {
		IndicatorRule rule = new IndicatorRule("1", null, IndicatorRole.COUNTED, false, direction(row.get(0)),
				ValueType.valueOf(row.get(1)), Accumulation.valueOf(row.get(2)), row.get(3).equals("yes"));
		ParsedTarget target = row.get(4).equals("-") ? null
				: Plans.target(row.get(4), row.get(1).equals("PERCENT") ? "%" : null);
		List<Figure> figures = row.get(5).isEmpty() ? List.of() : List.of(figure(row.get(5)));
		Judgement judgement = new IndicatorCase(rule, target, figures, null).judge();

		assertThat(judgement.verdict() + (judgement.provisional() ? ", provisional" : "")).isEqualTo(row.get(6));
		assertNumber(judgement.completion(), row.get(7));
		assertNumber(judgement.gap(), row.get(8));
	}

	@ParameterizedTest
	@MethodSource("headlines")
	void headlinesAreSaid(List<String> row) {
		List<Integer> counts = row.stream().limit(5).map(Integer::valueOf).toList();
		Headline headline = new Headline(counts.stream().mapToInt(Integer::intValue).sum(), counts.get(0),
				counts.get(1), counts.get(2), counts.get(3), counts.get(4), 0, row.get(5).equals("yes"));
		assertThat(headline.text()).isEqualTo(row.get(6));
	}

	@ParameterizedTest
	@MethodSource("courses")
	void coursesAreHeld(List<String> row) {
		boolean ratio = row.get(1).equals("RATIO_OF_SUMS");
		PeriodBuilder period = PeriodBuilder.period(Plans.rule("1")
			.direction(direction(row.get(0)))
			.type(ratio ? ValueType.RATIO : ValueType.AMOUNT)
			.adds(Accumulation.valueOf(row.get(1)))
			.build());
		if (!row.get(2).equals(NONE)) {
			period.baseline(number(row.get(2)).toString());
		}
		PeriodAttainment attainment = period.targets(years(row.get(3), false))
			.target(row.get(4))
			.actuals(years(row.get(5), true))
			.judge();

		assertThat(attainment.value()).isEqualByComparingTo(number(row.get(6)));
		assertNumber(attainment.required(), row.get(7));
		assertNumber(attainment.progress(), row.get(8));
		assertThat(attainment.course().name()).isEqualTo(row.get(9));
	}

	@Test
	void everyTableOfExamplesIsRead() throws IOException {
		assertThat(Files.readAllLines(DOCUMENT).stream().filter((line) -> line.startsWith("Examples of ")).toList())
			.hasSize(6);
		assertThat(verdicts()).hasSizeGreaterThan(30);
	}

	private static List<List<String>> rows(String of) throws IOException {
		List<String> lines = Files.readAllLines(DOCUMENT);
		int start = lines.indexOf(lines.stream()
			.filter((line) -> line.equals("Examples of " + of + ":") || line.startsWith("Examples of " + of + " ("))
			.findFirst()
			.orElseThrow());
		return lines.stream()
			.skip(start + 4L)
			.takeWhile((line) -> line.startsWith("|"))
			.map(RulesDocumentTests::cells)
			.toList();
	}

	private static List<String> cells(String line) {
		String[] cells = line.split("\\|", -1);
		return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
	}

	private static Direction direction(String word) {
		return Direction.valueOf(word + "_IS_BETTER");
	}

	private static Figure figure(String text) {
		String[] words = text.split(" ");
		ReportingPeriod period = ReportingPeriod.valueOf(words[0]);
		String[] parts = words[1].split("/");
		return (parts.length == 2) ? Plans.ratio(period, parts[0], parts[1]) : Figure.of(period, number(words[1]));
	}

	private static String[] years(String text, boolean asNumbers) {
		return Arrays.stream(text.split(" "))
			.map((word) -> word.equals(NONE) ? "-"
					: (asNumbers && !word.contains("/")) ? number(word).toString() : word)
			.toArray(String[]::new);
	}

	private static BigDecimal number(String text) {
		return ((VietnameseNumber.Reading.Parsed) VietnameseNumber.read(text)).value();
	}

	private static void assertNumber(BigDecimal actual, String expected) {
		if (expected.isEmpty() || expected.equals(NONE)) {
			assertThat(actual).isNull();
		}
		else {
			assertThat(actual).isEqualByComparingTo(number(expected));
		}
	}

}
