package vn.wardkpi.dashboard.web.chart;

import vn.wardkpi.attainment.Issuer;

/**
 * The signs of a chart, told apart by shape as well as by colour.
 */
enum Mark {

	COUNCIL_GOAL("#55626e", ""), CITY_GOAL("#7d5800", "7 4"), CONGRESS_GOAL("#6b3fa0", "2 4"), FORMER("#55626e", ""),

	BASELINE("#0b4f8a", ""), IN_YEAR("#0b4f8a", ""), ESTIMATE("#0b4f8a", ""), FINAL("#0b4f8a", ""),

	AHEAD("#0b4f8a", "3 5");

	private final String colour;

	private final String dashes;

	Mark(String colour, String dashes) {
		this.colour = colour;
		this.dashes = dashes;
	}

	static Mark of(Issuer issuer) {
		return switch (issuer) {
			case WARD_COUNCIL -> COUNCIL_GOAL;
			case CITY -> CITY_GOAL;
			case PARTY_CONGRESS -> CONGRESS_GOAL;
		};
	}

	static Mark of(Chart.Kind kind) {
		return switch (kind) {
			case BASELINE -> BASELINE;
			case IN_YEAR -> IN_YEAR;
			case ESTIMATE -> ESTIMATE;
			case FINAL -> FINAL;
		};
	}

	String colour() {
		return this.colour;
	}

	/** A line of this kind; what was reached is one of final figures. */
	void line(Svg svg, String points, int width) {
		if (this.dashes.isEmpty()) {
			svg.draw("polyline", "points", points, "fill", "none", "stroke", this.colour, "stroke-width", width);
		}
		else {
			svg.draw("polyline", "points", points, "fill", "none", "stroke", this.colour, "stroke-width", width,
					"stroke-dasharray", this.dashes);
		}
	}

	void at(Svg svg, int x, int y) {
		switch (this) {
			case COUNCIL_GOAL ->
				svg.draw("circle", "cx", x, "cy", y, "r", 4, "fill", "#fff", "stroke", this.colour, "stroke-width", 2);
			case CITY_GOAL -> svg.draw("rect", "x", x - 7, "y", y - 7, "width", 14, "height", 14, "fill", "#fff",
					"stroke", this.colour, "stroke-width", 2);
			case CONGRESS_GOAL -> path(svg, x, y, "m0,-9 l9,9 l-9,9 l-9,-9 z", "#fff");
			case FORMER -> path(svg, x, y, "m-5,-5 l10,10 m0,-10 l-10,10", "none");
			case BASELINE -> svg.draw("rect", "x", x - 5, "y", y - 5, "width", 10, "height", 10, "fill", this.colour);
			case IN_YEAR -> path(svg, x, y, "m0,-6 l6,11 l-12,0 z", "#fff");
			case ESTIMATE ->
				svg.draw("circle", "cx", x, "cy", y, "r", 7, "fill", "#fff", "stroke", this.colour, "stroke-width", 2);
			case FINAL -> svg.draw("circle", "cx", x, "cy", y, "r", 5, "fill", this.colour);
			case AHEAD -> path(svg, x, y, "m-4,0 l8,0", "none");
		}
	}

	private void path(Svg svg, int x, int y, String steps, String fill) {
		svg.draw("path", "d", "M" + x + "," + y + " " + steps, "fill", fill, "stroke", this.colour, "stroke-width", 2);
	}

}
