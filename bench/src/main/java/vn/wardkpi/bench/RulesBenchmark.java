package vn.wardkpi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import vn.wardkpi.attainment.period.PlanPeriod;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What a page asks of the rules. One operation is the whole of what a method's name says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {

	private final SamplePlan plan = new SamplePlan();

	private List<String> texts = List.of();

	/**
	 * Takes the texts of the grammar's worked cases, without the columns behind them.
	 */
	@Setup
	public void readTexts() throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("/domain/target-grammar.csv")),
						StandardCharsets.UTF_8))) {
			this.texts = reader.lines().skip(1).map(RulesBenchmark::firstCell).toList();
		}
	}

	private static String firstCell(String row) {
		return row.startsWith("\"") ? row.substring(1, row.indexOf('"', 1)) : row.substring(0, row.indexOf(','));
	}

	/** The verdicts and the headline of 22 indicators in one year. */
	@Benchmark
	public YearAttainment oneYear() {
		return judge(SamplePlan.FROM);
	}

	/** The verdicts and headlines of 22 indicators in five years: 110 verdicts. */
	@Benchmark
	public void fiveYears(Blackhole blackhole) {
		for (int year = SamplePlan.FROM; year <= SamplePlan.TO; year++) {
			blackhole.consume(judge(year));
		}
	}

	/** Period value, course and projection of 22 indicators. */
	@Benchmark
	public PlanPeriod wholePeriod() {
		return PlanPeriod.judge(this.plan.periods);
	}

	/** The sentence over the table. */
	@Benchmark
	public String headlineSentence() {
		return judge(SamplePlan.FROM).headline().text();
	}

	/** Forty target texts of the worked cases. */
	@Benchmark
	public void targetTexts(Blackhole blackhole) {
		for (String text : this.texts) {
			blackhole.consume(TargetGrammar.read(text, "%"));
		}
	}

	/** One number as a clerk types it. */
	@Benchmark
	public VietnameseNumber.Reading typedNumber() {
		return VietnameseNumber.read("9.923,5");
	}

	private YearAttainment judge(int year) {
		return YearAttainment.judge(this.plan.rules, Objects.requireNonNull(this.plan.targets.get(year)),
				Objects.requireNonNull(this.plan.figures.get(year)), Map.of());
	}

}
