package vn.wardkpi.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.planexport.annex.Printable;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.Block.Style;
import vn.wardkpi.report.content.Chart;
import vn.wardkpi.report.content.Frame;
import vn.wardkpi.report.content.Frame.Signature;
import vn.wardkpi.report.content.PaperMark;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.mark.SquareCode;
import vn.wardkpi.settings.Logo;

/**
 * The report as the markup from which its pages are set.
 */
final class ReportHtml {

	/** Is never broken at the end of a line. */
	private static final Pattern FRACTION = Pattern.compile("\\(?(?<![\\w/])\\d[\\d.]*/\\d[\\d.]*(?![\\w/])\\)?[,;.]?");

	/** Begins the ids of the places of signatures. */
	static final String SIGNATURE = "signature-";

	/** Characters of a paragraph that goes with the signatures to the next page. */
	private static final int KEPT_WITH_SIGNATURES = 800;

	private final ReportContent content;

	private final @Nullable Logo logo;

	private final StringBuilder html = new StringBuilder();

	ReportHtml(ReportContent content, @Nullable Logo logo) {
		this.content = content;
		this.logo = logo;
	}

	String text() {
		Frame frame = this.content.frame();
		this.html.append("<!DOCTYPE html><html lang=\"vi\"><head><title>")
			.append(escaped(frame.subject()))
			.append("</title><meta name=\"subject\" content=\"")
			.append(escaped(frame.subject()))
			.append("\"/><meta name=\"author\" content=\"")
			.append(escaped(frame.body()))
			.append("\"/><meta name=\"description\" content=\"")
			.append(escaped(frame.subject()))
			.append("\"/><style>")
			.append(style())
			.append(markStyle())
			.append("</style></head><body>");
		head(frame);
		body();
		foot(frame);
		this.content.annexes().forEach(this::annex);
		charts();
		return this.html.append("</body></html>").toString();
	}

	private void head(Frame frame) {
		this.html.append("<div class=\"head\"><div class=\"ours\">");
		if (this.logo != null && this.logo.size().isPresent()) {
			picture(frame.body(), this.logo.mediaType(), this.logo.content());
		}
		element("p", "", frame.parent());
		element("p", "bold", frame.body());
		this.html.append("<div class=\"rule short\"></div>");
		element("p", "number", frame.number());
		this.html.append("</div><div class=\"state\">");
		element("p", "bold", frame.state());
		element("p", "bold motto", frame.motto());
		this.html.append("<div class=\"rule\"></div>");
		element("p", "day", frame.placeAndDay());
		this.html.append("</div></div>");
		element("p", "name", frame.name());
		element("p", "subject", frame.subject());
		this.html.append("<div class=\"rule subject-rule\"></div>");
		element("p", "addressee", frame.addressee());
	}

	private void body() {
		List<Block> blocks = this.content.body();
		boolean inField = false;
		int ending = ending(blocks);
		for (int i = 0; i < blocks.size(); i++) {
			if (i == ending) {
				this.html.append("<div class=\"ending\">");
			}
			Block block = blocks.get(i);
			inField = (block.style() == Style.FIELD) || (inField && block.style() != Style.SECTION);
			switch (block.style()) {
				case SECTION -> element("h1", "", block.text());
				case FIELD -> element("h2", "", block.text());
				// No level is left out, for those who go from heading to heading.
				case LABEL -> element(inField ? "h3" : "h2", "label", block.text());
				case PARAGRAPH, ITEM -> element("p", "text", block.text());
			}
		}
	}

	/** From where on the text stays on one page with what is signed. */
	private static int ending(List<Block> blocks) {
		int last = blocks.size() - 1;
		boolean two = last > 0 && blocks.get(last - 1).text().length() <= KEPT_WITH_SIGNATURES
				&& (blocks.get(last - 1).style() == Style.PARAGRAPH || blocks.get(last - 1).style() == Style.ITEM);
		return two ? last - 1 : last;
	}

	private void foot(Frame frame) {
		this.html.append("<div class=\"foot\"><div class=\"recipients\">");
		element("p", "heading", frame.recipientsHeading());
		for (int i = 0; i < frame.recipients().size(); i++) {
			boolean last = i + 1 == frame.recipients().size();
			element("p", "", "- " + frame.recipients().get(i) + (last ? "." : ";"));
		}
		PaperMark mark = this.content.mark();
		if (mark != null) {
			picture(mark.line(), "image/png", SquareCode.png(mark.link()));
		}
		this.html.append("</div><div class=\"signatures\">");
		int number = 1;
		for (Signature signature : frame.signatures()) {
			this.html.append("<div class=\"signature\" style=\"width: ")
				.append(100 / frame.signatures().size())
				.append("%\">");
			signature.functions().forEach((function) -> element("p", "bold", function));
			this.html.append("<div class=\"signing\" id=\"").append(SIGNATURE).append(number++).append("\"></div>");
			element("p", "bold", signature.name().isEmpty() ? " " : signature.name());
			this.html.append("</div>");
		}
		this.html.append("</div></div></div>");
	}

	/** Each is a figure with its words; it is drawn where it stands. */
	private void charts() {
		List<Chart> charts = this.content.charts();
		if (charts.isEmpty()) {
			return;
		}
		this.html.append("<div class=\"annex\">");
		element("h1", "label", this.content.chartsTitle());
		for (int i = 0; i < charts.size(); i++) {
			this.html.append("<object class=\"chart\" data-chart=\"")
				.append(i)
				.append("\" alt=\"")
				.append(escaped(charts.get(i).alternative()))
				.append("\"></object>");
		}
		this.html.append("</div>");
	}

	private void annex(AnnexLayout annex) {
		this.html.append("<div class=\"annex\">");
		element("h1", "label", annex.title().get(0));
		annex.title()
			.subList(1, annex.title().size())
			.forEach(
					(line) -> element("p", line.equals(annex.title().get(1)) ? "title bold" : "title reference", line));
		this.html.append("<table").append((annex.columns().size() > 13) ? " class=\"many\">" : ">").append("<thead>");
		headings(annex);
		this.html.append("</thead>");
		lines(annex);
		this.html.append("</table></div>");
	}

	private void headings(AnnexLayout annex) {
		int all = annex.columns().stream().mapToInt(AnnexColumn::width).sum();
		this.html.append("<tr>");
		for (int i = 0; i < annex.columns().size(); i++) {
			AnnexColumn column = annex.columns().get(i);
			if (column.above() == null) {
				heading(column.heading(), "rowspan=\"" + annex.headingHeight() + "\" style=\"width: "
						+ (100 * column.width() / all) + "%\"");
			}
			else if (i == 0 || !column.above().equals(annex.columns().get(i - 1).above())) {
				heading(column.above(), "colspan=\"" + annex.sharing(i) + "\"");
			}
		}
		this.html.append("</tr>");
		if (annex.headingHeight() > 1) {
			this.html.append("<tr>");
			annex.columns()
				.stream()
				.filter((column) -> column.above() != null)
				.forEach((column) -> heading(column.heading(),
						"style=\"width: " + (100 * column.width() / all) + "%\""));
			this.html.append("</tr>");
		}
	}

	/**
	 * A heading within the table never ends a page: it is in one group with the row after
	 * it.
	 */
	private void lines(AnnexLayout annex) {
		boolean open = false;
		for (AnnexLine line : annex.lines()) {
			this.html.append(open ? "" : "<tbody>");
			line(annex.columns(), line);
			open = line.no().isEmpty();
			this.html.append(open ? "" : "</tbody>");
		}
		this.html.append(open ? "</tbody>" : "");
	}

	private void heading(String text, String attributes) {
		this.html.append("<th scope=\"col\" ").append(attributes).append(">").append(escaped(text)).append("</th>");
	}

	private void line(List<AnnexColumn> columns, AnnexLine line) {
		this.html.append("<tr class=\"").append(line.kind().name().toLowerCase(java.util.Locale.ROOT)).append("\">");
		for (int i = 0; i < columns.size(); i++) {
			Part part = columns.get(i).part();
			boolean centred = part.isValue() || part == Part.NUMBER || part == Part.UNIT || part == Part.VERDICT;
			this.html.append(centred ? "<td class=\"centred\">" : "<td>")
				.append(escaped(line.cells().get(i)))
				.append("</td>");
		}
		this.html.append("</tr>");
	}

	private void picture(String instead, String mediaType, byte[] content) {
		this.html.append("<img alt=\"")
			.append(escaped(instead))
			.append("\" src=\"data:")
			.append(mediaType)
			.append(";base64,")
			.append(Base64.getEncoder().encodeToString(content))
			.append("\"/>");
	}

	/** The foot of every page. */
	private String markStyle() {
		PaperMark mark = this.content.mark();
		if (mark == null) {
			return "";
		}
		String foot = " { @bottom-center { content: \"" + mark.line().replaceAll("[\"\\\\<>]", "")
				+ "\"; font: 8pt \"Liberation Serif\"; } } ";
		return "@page" + foot + "@page :first" + foot + "@page annex" + foot;
	}

	private void element(String name, String css, String text) {
		this.html.append('<').append(name);
		if (!css.isEmpty()) {
			this.html.append(" class=\"").append(css).append('"');
		}
		this.html.append('>')
			.append(FRACTION.matcher(escaped(text).replace("\n", "<br/>"))
				.replaceAll("<span class=\"whole\">$0</span>"))
			.append("</")
			.append(name)
			.append('>');
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(Printable.of(text), "UTF-8");
	}

	private static String style() {
		try (InputStream css = new ClassPathResource("report/pdf.css").getInputStream()) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
