package vn.wardkpi.dashboard.web.annual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.annual.AnnualPlan.Action;

/**
 * A year of two plans side by side, for one issuer.
 *
 * @param fiveYear the five-year plan with its headline of the year
 * @param annual the annual plan with its own
 * @param counts how many rows were taken over, changed, added and left out
 */
record AnnualPage(int year, Side fiveYear, Side annual, boolean draft, List<Choice> issuers, List<Row> rows,
		List<Long> counts) {

	AnnualPage {
		issuers = List.copyOf(issuers);
		rows = List.copyOf(rows);
		counts = List.copyOf(counts);
	}

	/**
	 * @param asked the annual plan's main issuer where nobody asks for another
	 */
	static AnnualPage of(JudgedPlan fiveYear, JudgedPlan annual, @Nullable Issuer asked) {
		PlanSummary plan = annual.plan();
		int year = plan.fromYear();
		Issuer issuer = (asked != null) ? asked : annual.mainIssuer(year);
		YearView longer = fiveYear.year(year, issuer);
		YearView own = annual.year(year, issuer);
		Map<String, IndicatorYear> byNo = all(longer)
			.collect(Collectors.toMap((row) -> row.indicator().no(), (row) -> row));
		List<Row> rows = new ArrayList<>();
		Map<String, IndicatorYear> left = new HashMap<>(byNo);
		all(own).forEach((row) -> {
			IndicatorRow.FiguresOf source = row.indicator().figuresOf();
			IndicatorYear before = (source != null) ? byNo.get(source.no()) : null;
			if (before != null) {
				left.remove(before.indicator().no());
			}
			rows.add(Row.of(before, row, fiveYear.plan().id(), plan.id(), issuer));
		});
		all(longer).filter((row) -> left.containsKey(row.indicator().no()))
			.forEach((row) -> rows.add(Row.of(row, null, fiveYear.plan().id(), plan.id(), issuer)));
		List<Long> counts = Stream.of(Action.values())
			.map((action) -> rows.stream().filter((row) -> row.action() == action).count())
			.toList();
		return new AnnualPage(year, Side.of(longer, issuer), Side.of(own, issuer), !plan.status().isPublished(), Stream
			.of(Issuer.values())
			.filter((each) -> each == issuer || annual.assigned(year, each) > 0 || fiveYear.assigned(year, each) > 0)
			.map((each) -> new Choice(each,
					"/plans/" + fiveYear.plan().id() + "/annual-plans/" + plan.id() + "?issuer=" + each,
					each == issuer))
			.toList(), rows, counts);
	}

	private static Stream<IndicatorYear> all(YearView view) {
		return Stream.concat(view.indicators().stream(), view.supplementary().stream());
	}

	record Choice(Issuer issuer, String address, boolean current) {
	}

	/**
	 * @param address of the plan's own page of the year
	 */
	record Side(String title, Headline headline, String address) {

		static Side of(YearView view, Issuer issuer) {
			PlanSummary plan = view.plan();
			return new Side(plan.title(), view.headline(), plan.status().isPublished()
					? "/wards/" + plan.wardCode() + "/years/" + view.year() + "?plan=" + plan.id() + "&issuer=" + issuer
					: "/plans/" + plan.id());
		}

	}

	/**
	 * @param sub whether it is a part of the one above it
	 * @param address of the indicator where its figures stand
	 * @param actual the figure that serves both
	 */
	record Row(String no, String name, boolean sub, @Nullable String unit, String address, Action action,
			FigureText actual, @Nullable Cell fiveYear, @Nullable Cell annual) {

		static Row of(@Nullable IndicatorYear before, @Nullable IndicatorYear now, long fiveYear, long annual,
				Issuer issuer) {
			IndicatorYear shown = (now != null) ? now : Objects.requireNonNull(before);
			IndicatorRow indicator = shown.indicator();
			Cell was = (before != null) ? Cell.of(before) : null;
			Cell is = (now != null) ? Cell.of(now) : null;
			return new Row(indicator.no(), indicator.name(), indicator.rule().parentNo() != null, indicator.unit(),
					"/plans/"
							+ ((before != null) ? fiveYear + "/indicators/" + before.indicator().no()
									: annual + "/indicators/" + indicator.no())
							+ "?year=" + shown.year() + "&issuer=" + issuer,
					action(was, is), FigureText.of(shown.actual(), shown.judgement(), indicator, shown.parsedTarget()),
					was, is);
		}

		private static Action action(@Nullable Cell was, @Nullable Cell is) {
			if (was == null) {
				return Action.ADDED;
			}
			if (is == null) {
				return Action.LEFT_OUT;
			}
			return Objects.equals(was.target(), is.target()) ? Action.TAKEN_OVER : Action.CHANGED;
		}

		/** Whether anything of it is not the five-year plan's. */
		public boolean differs() {
			return this.action != Action.TAKEN_OVER;
		}

	}

	record Cell(@Nullable String target, Verdict verdict, boolean provisional) {

		static Cell of(IndicatorYear year) {
			return new Cell((year.target() != null) ? year.target().target().text() : null, year.judgement().verdict(),
					year.judgement().provisional());
		}

	}

}
