package vn.wardkpi.dashboard.web.overview;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.overview.WardHeadline;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * A ward that has a plan, a row of the table.
 *
 * @param address of the ward's year
 * @param province where wards of several are listed
 * @param attained the part of its indicators that was attained; {@code null} where
 * nothing is known
 * @param headline as computed, "21/22"; {@code null} without figures
 * @param published as a report has it, "12/13"
 * @param leads whether that comes first: it speaks of more indicators than were judged
 * @param source of what was published
 * @param cells by the columns of the table; {@code null} where the ward has no such
 * indicator
 * @param behind how many of them are behind their path
 * @param annual address of the annual plan of the year beside this one, if there is one
 */
record WardRow(String code, String name, String address, @Nullable String province, boolean illustrative,
		@Nullable Part attained, @Nullable String headline, boolean provisional, @Nullable String published,
		boolean leads, @Nullable String source, List<@Nullable SharedCell> cells, int behind, @Nullable String annual) {

	/** The largest part first, nothing last. */
	static final Comparator<@Nullable Part> LARGEST = Comparator.nullsLast(Comparator.reverseOrder());

	WardRow {
		cells = new ArrayList<>(cells);
	}

	static WardRow of(WardHeadline ward, PlanSummary plan, List<Long> definitions, OverviewAddress address) {
		Headline headline = Objects.requireNonNull(ward.headline());
		PublishedHeadline published = ward.published();
		boolean judged = headline.assigned() > headline.noData();
		List<@Nullable SharedCell> cells = new ArrayList<>();
		for (Long definition : definitions) {
			IndicatorYear row = ward.shared().get(definition);
			cells.add((row != null) ? SharedCell.of(row, plan.id(), address) : null);
		}
		boolean leads = published != null && published.assigned() > headline.assigned();
		Part computed = judged ? new Part(headline.attained(), headline.assigned()) : null;
		return new WardRow(ward.wardCode().value(), ward.wardName(),
				"/wards/" + ward.wardCode() + "/years/" + address.year() + "?issuer=" + address.issuer(),
				address.province().isEmpty() ? ward.provinceName() : null, ward.illustrative(),
				(published != null && (leads || !judged)) ? new Part(published.attained(), published.assigned())
						: computed,
				judged ? headline.attained() + "/" + headline.assigned() : null, headline.provisional(),
				(published != null) ? published.attained() + "/" + published.assigned() : null, leads,
				(published != null) ? published.source() : null, cells,
				Math.toIntExact(cells.stream().filter((cell) -> cell != null && cell.isBehind()).count()),
				(ward.annualPlan() != null)
						? "/plans/" + plan.id() + "/annual-plans/" + ward.annualPlan() + "?issuer=" + address.issuer()
						: null);
	}

	/** Whether nothing is known of the ward's year. */
	boolean isWithoutFigures() {
		return this.headline == null && this.published == null;
	}

	/** The one indicator shown, where it is one alone. */
	public @Nullable SharedCell only() {
		return this.cells.isEmpty() ? null : this.cells.get(0);
	}

	/**
	 * So many of so many, compared exactly.
	 */
	record Part(int attained, int assigned) implements Comparable<Part> {

		@Override
		public int compareTo(Part other) {
			return BigInteger.valueOf(this.attained)
				.multiply(BigInteger.valueOf(other.assigned))
				.compareTo(BigInteger.valueOf(other.attained).multiply(BigInteger.valueOf(this.assigned)));
		}

	}

}
