package vn.wardkpi.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.web.Shown.Column;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.Shown.Sorting;
import vn.wardkpi.shared.WardCode;

/**
 * The address of a year or of a whole period, with what was chosen on the page.
 *
 * @param year {@code null} for the whole period
 * @param plan named only where the year does not say which plan is meant
 * @param shown which indicators
 * @param part which page of the year
 */
public record YearAddress(WardCode ward, @Nullable Integer year, @Nullable Long plan, @Nullable Issuer issuer,
		@Nullable LocalDate asOf, Shown shown, Part part) {

	public YearAddress(WardCode ward, @Nullable Integer year, @Nullable Long plan, @Nullable Issuer issuer,
			@Nullable LocalDate asOf, Shown shown) {
		this(ward, year, plan, issuer, asOf, shown, Part.RESULTS);
	}

	public YearAddress at(@Nullable Integer otherYear, @Nullable Long otherPlan) {
		Shown kept = (grouping() != null) ? this.shown.groupedOnly()
				: this.shown.groupedOnly().grouped(Grouping.usual(otherYear == null));
		return new YearAddress(this.ward, otherYear, otherPlan, this.issuer, this.asOf, kept, this.part);
	}

	/**
	 * Another issuer's, on the page where each has one of its own.
	 */
	public YearAddress of(Issuer otherIssuer) {
		return new YearAddress(this.ward, this.year, this.plan, otherIssuer, this.asOf, this.shown.groupedOnly(),
				(this.part == Part.ISSUERS) ? Part.RESULTS : this.part);
	}

	public YearAddress only(@Nullable Verdict verdict) {
		return showing(this.shown.only(verdict));
	}

	public YearAddress only(@Nullable Course course) {
		return showing(this.shown.only(course));
	}

	public YearAddress all() {
		return showing(this.shown.groupedOnly());
	}

	public YearAddress grouped(Grouping grouping) {
		return showing(this.shown.grouped(grouping));
	}

	public YearAddress sorted(Sorting sorting) {
		return showing(this.shown.sorted(sorting));
	}

	/** What it groups by, as an address names it; nothing where that is the usual. */
	public @Nullable String grouping() {
		Grouping grouping = this.shown.grouping();
		return (grouping != Grouping.usual(this.year == null)) ? grouping.parameter() : null;
	}

	public YearAddress turned(Column column) {
		return showing(this.shown.turned(column));
	}

	private YearAddress showing(Shown other) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, this.asOf, other, this.part);
	}

	/**
	 * Another page of the year.
	 */
	public YearAddress to(Part other) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, this.asOf, Shown.EVERYTHING, other);
	}

	/**
	 * The page of the year as it was known on a day.
	 */
	public YearAddress onDay(@Nullable LocalDate day) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, day, this.shown.groupedOnly());
	}

	public String path() {
		return "/wards/" + this.ward + ((this.year != null) ? "/years/" + this.year + this.part.suffix : "/period");
	}

	@Override
	public String toString() {
		return UriComponentsBuilder.fromPath(path())
			.queryParamIfPresent("plan", Optional.ofNullable(this.plan))
			.queryParamIfPresent("issuer", Optional.ofNullable(this.issuer))
			.queryParamIfPresent("asOf", Optional.ofNullable(this.asOf))
			.queryParamIfPresent("verdict", Optional.ofNullable(this.shown.verdict()))
			.queryParamIfPresent("course", Optional.ofNullable(this.shown.course()))
			.queryParamIfPresent("group", Optional.ofNullable(grouping()))
			.queryParamIfPresent("sort",
					(this.shown.sorting() != Sorting.DANGER) ? Optional.of(this.shown.sorting().parameter())
							: Optional.empty())
			.queryParamIfPresent("hide",
					this.shown.hidden().isEmpty() ? Optional.empty()
							: Optional.of(this.shown.hidden().stream().map(Column::parameter).toList()))
			.queryParamIfPresent("q",
					Optional.ofNullable(this.shown.text()).map((text) -> UriUtils.encode(text, StandardCharsets.UTF_8)))
			.build()
			.toUriString();
	}

	/**
	 * The address of an indicator's page, seen from here.
	 */
	public String indicator(long planId, String no) {
		return UriComponentsBuilder.fromPath("/plans/" + planId + "/indicators/" + no)
			.queryParamIfPresent("year", Optional.ofNullable(this.year))
			.queryParamIfPresent("issuer", Optional.ofNullable(this.issuer))
			.queryParamIfPresent("asOf", Optional.ofNullable(this.asOf))
			.build()
			.toUriString();
	}

	/**
	 * The pages of a year.
	 */
	public enum Part {

		/** Its results for one issuer. */
		RESULTS(""),

		/** Its estimate beside its official figures. */
		STAGES("/stages"),

		/** The results for every issuer side by side. */
		ISSUERS("/issuers");

		private final String suffix;

		Part(String suffix) {
			this.suffix = suffix;
		}

	}

}
