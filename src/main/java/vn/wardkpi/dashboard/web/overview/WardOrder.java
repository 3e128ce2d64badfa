package vn.wardkpi.dashboard.web.overview;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What the wards of a province are sorted by; those that are alike stay in the order of
 * their names.
 */
enum WardOrder {

	NAME,

	/** The largest part attained first, wards of which nothing is known last. */
	HEADLINE,

	/** Most indicators behind their path first. */
	COURSE,

	/** The best figure of the one indicator shown first, wards without one last. */
	VALUE;

	/**
	 * @param rows in the order of their names
	 */
	List<WardRow> sorted(List<WardRow> rows) {
		return switch (this) {
			case NAME -> rows;
			case HEADLINE -> rows.stream().sorted(Comparator.comparing(WardRow::attained, WardRow.LARGEST)).toList();
			case COURSE -> rows.stream().sorted(Comparator.comparing(WardRow::behind).reversed()).toList();
			case VALUE -> rows.stream().sorted(WardOrder::byValue).toList();
		};
	}

	private static int byValue(WardRow one, WardRow other) {
		SharedCell first = one.only();
		SharedCell second = other.only();
		BigDecimal figure = (first != null) ? first.value() : null;
		BigDecimal otherFigure = (second != null) ? second.value() : null;
		if (first == null || figure == null || otherFigure == null) {
			return Boolean.compare(figure == null, otherFigure == null);
		}
		return first.higherIsBetter() ? otherFigure.compareTo(figure) : figure.compareTo(otherFigure);
	}

}
