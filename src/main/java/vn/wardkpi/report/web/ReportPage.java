package vn.wardkpi.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.web.ReportDownload.Asked;

/**
 * What the page of a report shows.
 *
 * @param body in its order, items that follow each other in one list
 */
record ReportPage(ReportContent content, Asked asked, List<Part> body, List<FileLink> files) {

	ReportPage {
		body = List.copyOf(body);
		files = List.copyOf(files);
	}

	static ReportPage of(ReportContent content, Asked asked) {
		List<Part> parts = new ArrayList<>();
		List<String> items = new ArrayList<>();
		for (Block block : content.body()) {
			if (block.style() == Block.Style.ITEM) {
				items.add(block.text().substring(2));
				continue;
			}
			if (!items.isEmpty()) {
				parts.add(new Part("items", "", items));
				items = new ArrayList<>();
			}
			parts.add(new Part(block.style().name().toLowerCase(Locale.ROOT), block.text(), List.of()));
		}
		if (!items.isEmpty()) {
			parts.add(new Part("items", "", items));
		}
		return new ReportPage(content, asked, parts,
				Arrays.stream(ReportFormat.values())
					.map((format) -> new FileLink(format, address(content, asked, format)))
					.toList());
	}

	private static String address(ReportContent content, Asked asked, ReportFormat format) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/plans/{id}/years/{year}/report/file")
			.queryParam("format", format.ending())
			.queryParam("kind", content.kind())
			.queryParam("issuer", content.issuer())
			.queryParamIfPresent("asOf", Optional.ofNullable(asked.asOf()));
		asked.indicators().forEach((one) -> address.queryParam("indicators", one));
		asked.years().forEach((one) -> address.queryParam("years", one));
		asked.issuers().forEach((one) -> address.queryParam("issuers", one));
		return address.buildAndExpand(content.planId(), content.year()).toUriString();
	}

	public List<ReportKind> kinds() {
		return chosen() ? List.of(ReportKind.values()) : ReportKind.regular();
	}

	/** Whether it is of somebody's choice, and is not issued. */
	public boolean chosen() {
		return this.content.kind() == ReportKind.AD_HOC;
	}

	public List<Issuer> issuers() {
		return List.of(Issuer.values());
	}

	/**
	 * @param style of its element; {@code items} for a list
	 */
	record Part(String style, String text, List<String> items) {

		Part {
			items = List.copyOf(items);
		}

	}

	record FileLink(ReportFormat format, String address) {
	}

}
