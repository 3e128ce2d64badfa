package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Plans;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * Describes an indicator over 2026–2030 the way the annex does.
 */
public final class PeriodBuilder {

	private final IndicatorRule rule;

	private Baseline baseline;

	private ParsedTarget target;

	private final Map<Integer, ParsedTarget> targets = new HashMap<>();

	private final Map<Integer, List<Figure>> figures = new HashMap<>();

	private final Map<Integer, Verdict> overrides = new HashMap<>();

	private PeriodBuilder(IndicatorRule rule) {
		this.rule = rule;
	}

	public static PeriodBuilder period(IndicatorRule rule) {
		return new PeriodBuilder(rule);
	}

	public PeriodBuilder baseline(String value) {
		this.baseline = new Baseline(2025, new BigDecimal(value), true);
		return this;
	}

	public PeriodBuilder baseline(Baseline of) {
		this.baseline = of;
		return this;
	}

	public PeriodBuilder target(String text) {
		this.target = Plans.target(text);
		return this;
	}

	/** Yearly targets from 2026 on; "-" for none. */
	public PeriodBuilder targets(String... texts) {
		for (int i = 0; i < texts.length; i++) {
			if (!texts[i].equals("-")) {
				this.targets.put(2026 + i, Plans.target(texts[i]));
			}
		}
		return this;
	}

	/** Official figures from 2026 on, numbers or x/y; "-" for none. */
	public PeriodBuilder actuals(String... values) {
		for (int i = 0; i < values.length; i++) {
			if (values[i].contains("/")) {
				String[] parts = values[i].split("/");
				figure(2026 + i, Plans.ratio(ReportingPeriod.FINAL, parts[0], parts[1]));
			}
			else if (!values[i].equals("-")) {
				figure(2026 + i, Plans.figure(ReportingPeriod.FINAL, values[i]));
			}
		}
		return this;
	}

	public PeriodBuilder figure(int year, Figure... of) {
		this.figures.put(year, List.of(of));
		return this;
	}

	public PeriodBuilder override(int year, Verdict verdict) {
		this.overrides.put(year, verdict);
		return this;
	}

	public IndicatorPeriod build() {
		return new IndicatorPeriod(this.rule, 2026, 2030, this.baseline, this.target, this.targets, this.figures,
				this.overrides);
	}

	public PeriodAttainment judge() {
		return PeriodAttainment.judge(build());
	}

}
