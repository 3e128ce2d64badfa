package vn.wardkpi.report.pdf;

import java.util.Arrays;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import vn.wardkpi.report.content.Chart;
import vn.wardkpi.report.content.Chart.Point;

/**
 * Draws a chart as lines and outlines: targets as a dashed line of squares, values as a
 * full one of dots, so that they differ in print as well. Each is named and has its
 * numbers.
 */
final class ChartDrawer implements FSObjectDrawer {

	private static final FSRGBColor INK = new FSRGBColor(0, 0, 0);

	private static final FSRGBColor QUIET = new FSRGBColor(90, 90, 90);

	private static final FSRGBColor GRID = new FSRGBColor(205, 205, 205);

	private static final FSRGBColor VALUE = new FSRGBColor(0, 82, 147);

	private final List<Chart> charts;

	ChartDrawer(List<Chart> charts) {
		this.charts = charts;
	}

	@Override
	public @Nullable Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
			OutputDevice device, RenderingContext context, int dotsPerPixel) {
		new Drawing(this.charts.get(Integer.parseInt(element.getAttribute("data-chart"))), x, y, width, height, device)
			.draw();
		return null;
	}

	/**
	 * One chart in its rectangle; lengths are parts of its height.
	 */
	private static final class Drawing {

		private final Chart chart;

		private final OutputDevice device;

		private final double unit;

		private final double left;

		private final double right;

		private final double top;

		private final double bottom;

		private final double lowest;

		private final double highest;

		Drawing(Chart chart, double x, double y, double width, double height, OutputDevice device) {
			this.chart = chart;
			this.device = device;
			this.unit = height / 100;
			this.left = x + 8 * this.unit;
			this.right = x + width - 14 * this.unit;
			this.top = y + 26 * this.unit;
			this.bottom = y + 84 * this.unit;
			double[] all = chart.points()
				.stream()
				.flatMap((point) -> Stream.of(point.target(), point.value()))
				.filter((value) -> value != null)
				.mapToDouble(BigDecimal::doubleValue)
				.toArray();
			double least = Arrays.stream(all).min().orElse(0);
			double most = Arrays.stream(all).max().orElse(1);
			double room = (most > least) ? (most - least) * 0.15 : Math.max(1, Math.abs(most) * 0.1);
			this.lowest = least - room;
			this.highest = most + room;
		}

		void draw() {
			Lettering title = new Lettering(true, 7.5 * this.unit);
			fill(INK, title.write(title.fitting(this.chart.title(), this.right - this.left + 14 * this.unit), this.left,
					this.top - 18 * this.unit));
			legend();
			this.device.setStroke(new BasicStroke((float) (0.4 * this.unit)));
			stroke(GRID, new Line2D.Double(this.left, this.bottom, this.right, this.bottom));
			Lettering small = new Lettering(false, 6 * this.unit);
			for (int i = 0; i < this.chart.points().size(); i++) {
				String year = String.valueOf(this.chart.points().get(i).year());
				fill(INK, small.write(year, x(i) - small.width(year) / 2, this.bottom + 8 * this.unit));
			}
			series(true);
			series(false);
		}

		/** Under the title, each beside its mark. */
		private void legend() {
			Lettering small = new Lettering(false, 6 * this.unit);
			double y = this.top - 8 * this.unit;
			fill(QUIET, square(this.left + 2 * this.unit, y - 2 * this.unit));
			double after = this.left + 6 * this.unit;
			fill(INK, small.write(this.chart.target(), after, y));
			double second = after + small.width(this.chart.target()) + 10 * this.unit;
			fill(VALUE, dot(second, y - 2 * this.unit));
			fill(INK, small.write(this.chart.value(), second + 4 * this.unit, y));
			String of = this.chart.unit();
			if (!of.isEmpty()) {
				double third = second + 4 * this.unit + small.width(this.chart.value()) + 8 * this.unit;
				fill(QUIET, small.write("(" + of + ")", third, y));
			}
		}

		private void series(boolean target) {
			FSRGBColor colour = target ? QUIET : VALUE;
			float width = (float) ((target ? 0.7 : 1.1) * this.unit);
			this.device.setStroke(target
					? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
							new float[] { (float) (3 * this.unit), (float) (2 * this.unit) }, 0)
					: new BasicStroke(width));
			List<Point> points = this.chart.points();
			int before = -1;
			for (int i = 0; i < points.size(); i++) {
				if (of(points.get(i), target) == null) {
					continue;
				}
				if (before >= 0) {
					stroke(colour, new Line2D.Double(x(before), y(points.get(before), target), x(i),
							y(points.get(i), target)));
				}
				before = i;
			}
			Lettering small = new Lettering(!target, 5.5 * this.unit);
			for (int i = 0; i < points.size(); i++) {
				Point point = points.get(i);
				if (of(point, target) != null) {
					double y = y(point, target);
					fill(colour, target ? square(x(i), y) : dot(x(i), y));
					String text = number(target ? point.targetText() : point.valueText());
					boolean above = isAbove(point, target);
					fill(colour, small.write(text, x(i) - small.width(text) / 2,
							above ? y - 3.5 * this.unit : y + 7.5 * this.unit));
				}
			}
		}

		/** The higher of two numbers stands above its mark, the lower below. */
		private static boolean isAbove(Point point, boolean target) {
			if (point.target() == null || point.value() == null) {
				return true;
			}
			return target == (point.target().compareTo(point.value()) > 0);
		}

		/** Without its unit, which stands above. */
		private static String number(String text) {
			int blank = text.indexOf(' ');
			return (blank > 0) ? text.substring(0, blank) : text;
		}

		private static @Nullable BigDecimal of(Point point, boolean target) {
			return target ? point.target() : point.value();
		}

		private double x(int at) {
			int gaps = Math.max(1, this.chart.points().size() - 1);
			double room = (this.right - this.left) * 0.06;
			return this.left + room + (this.right - this.left - 2 * room) * at / gaps;
		}

		private double y(Point point, boolean target) {
			BigDecimal value = of(point, target);
			double part = (value != null) ? (value.doubleValue() - this.lowest) / (this.highest - this.lowest) : 0;
			return this.bottom - (this.bottom - this.top) * part;
		}

		private Shape square(double x, double y) {
			return new Rectangle2D.Double(x - 1.4 * this.unit, y - 1.4 * this.unit, 2.8 * this.unit, 2.8 * this.unit);
		}

		private Shape dot(double x, double y) {
			return new Ellipse2D.Double(x - 1.7 * this.unit, y - 1.7 * this.unit, 3.4 * this.unit, 3.4 * this.unit);
		}

		private void fill(FSRGBColor colour, Shape shape) {
			this.device.setColor(colour);
			this.device.fill(shape);
		}

		private void stroke(FSRGBColor colour, Shape shape) {
			this.device.setColor(colour);
			this.device.draw(shape);
		}

	}

}
