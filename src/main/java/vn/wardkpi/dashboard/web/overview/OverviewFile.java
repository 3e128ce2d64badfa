package vn.wardkpi.dashboard.web.overview;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.overview.WardHeadline;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * The wards as a table for other programs, as RFC 4180 has it: a row for each, with its
 * headlines and, for each definition of the catalogue, the verdict and the figure.
 */
final class OverviewFile {

	private static final List<String> HEADLINE = List.of("wardCode", "wardName", "provinceName", "illustrative", "year",
			"issuer", "planId", "assigned", "exceeded", "met", "notMet", "inProgress", "noData", "notAssigned",
			"provisional", "publishedAssigned", "publishedAttained", "publishedStage", "publishedSource");

	private final OverviewAddress address;

	private final List<Definition> definitions;

	private final List<List<@Nullable Object>> rows = new ArrayList<>();

	private boolean more;

	OverviewFile(OverviewAddress address, List<Definition> catalogue) {
		this.address = address;
		this.definitions = catalogue.stream()
			.filter((one) -> address.indicator() == null || address.indicator() == one.id())
			.toList();
	}

	void add(PageOf<WardHeadline> wards) {
		wards.items().forEach((ward) -> this.rows.add(row(ward)));
		this.more = (wards.page() + 1L) * wards.size() < wards.total();
	}

	boolean hasMore() {
		return this.more;
	}

	private List<@Nullable Object> row(WardHeadline ward) {
		PlanSummary plan = ward.plan();
		Headline headline = ward.headline();
		PublishedHeadline published = ward.published();
		List<@Nullable Object> row = new ArrayList<>(Arrays.asList(ward.wardCode().value(), harmless(ward.wardName()),
				harmless(ward.provinceName()), ward.illustrative(), this.address.year(), this.address.issuer(),
				(plan != null) ? plan.id() : null));
		row.addAll((headline != null)
				? List.of(headline.assigned(), headline.exceeded(), headline.met(), headline.notMet(),
						headline.inProgress(), headline.noData(), headline.notAssigned(), headline.provisional())
				: Arrays.asList(new Object[8]));
		row.addAll((published != null)
				? List.of(published.assigned(), published.attained(), published.stage(), harmless(published.source()))
				: Arrays.asList(new Object[4]));
		for (Definition definition : this.definitions) {
			IndicatorYear indicator = ward.shared().get(definition.id());
			row.add((indicator != null) ? indicator.judgement().verdict() : null);
			row.add((indicator != null && indicator.judgement().value() != null)
					? indicator.judgement().value().toPlainString() : null);
			row.add((indicator != null && indicator.indicator().unit() != null) ? harmless(indicator.indicator().unit())
					: null);
		}
		return row;
	}

	private static String harmless(String text) {
		return SpreadsheetText.harmlessWhereverSplit(text);
	}

	/**
	 * @param bom whether it begins with a byte order mark, which some spreadsheets need
	 */
	ResponseEntity<byte[]> answer(boolean bom) {
		StringWriter text = new StringWriter();
		if (bom) {
			text.write('\uFEFF');
		}
		try (CSVPrinter csv = CSVFormat.RFC4180.print(text)) {
			List<String> head = new ArrayList<>(HEADLINE);
			for (Definition one : this.definitions) {
				head.addAll(List.of(harmless(one.name()), harmless(one.name() + " (value)"),
						harmless(one.name() + " (unit)")));
			}
			csv.printRecord(head);
			for (List<@Nullable Object> row : this.rows) {
				csv.printRecord(row.stream().map((each) -> Objects.toString(each, "")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String place = this.address.province().isEmpty() ? "ca-nuoc" : this.address.province();
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("toan-canh-" + place + "-" + this.address.year() + ".csv")
						.build()
						.toString())
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

}
