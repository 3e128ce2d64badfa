package vn.wardkpi.planimport.annex;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.source.Place;

/**
 * A row of an annex that states an indicator.
 *
 * @param no its number in the plan, "2.1"
 * @param printed its number as printed, "-"
 * @param place sheet and row
 * @param source the texts of the row as printed, for people to compare
 * @param targets the yearly targets by year, blank ones left out
 * @param cityTargets what the city or province set, by year
 * @param period the target of the whole period
 * @param party the Party congress's target of the period
 * @param others targets of other issuers that have columns of their own
 * @param leadUnits names, the first answers for the indicator
 */
public record AnnexRow(String no, @Nullable String parentNo, String printed, String name, @Nullable String unit,
		@Nullable String field, Place place, List<String> source, SortedMap<Integer, AnnexCell> targets,
		SortedMap<Integer, AnnexCell> cityTargets, @Nullable AnnexCell period, @Nullable AnnexCell party,
		@Nullable AnnexCell baseline, List<Issued> others, List<String> leadUnits, @Nullable String note,
		Stated stated) {

	public AnnexRow {
		source = List.copyOf(source);
		leadUnits = List.copyOf(leadUnits);
		others = List.copyOf(others);
		targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
		cityTargets = Collections.unmodifiableSortedMap(new TreeMap<>(cityTargets));
	}

	public AnnexRow numbered(String no, @Nullable String parentNo) {
		return new AnnexRow(no, parentNo, this.printed, this.name, this.unit, this.field, this.place, this.source,
				this.targets, this.cityTargets, this.period, this.party, this.baseline, this.others, this.leadUnits,
				this.note, this.stated);
	}

	public AnnexRow answeredBy(List<String> leadUnits) {
		return new AnnexRow(this.no, this.parentNo, this.printed, this.name, this.unit, this.field, this.place,
				this.source, this.targets, this.cityTargets, this.period, this.party, this.baseline, this.others,
				leadUnits, this.note, this.stated);
	}

	public AnnexRow in(@Nullable String field) {
		return new AnnexRow(this.no, this.parentNo, this.printed, this.name, this.unit, field, this.place, this.source,
				this.targets, this.cityTargets, this.period, this.party, this.baseline, this.others, this.leadUnits,
				this.note, this.stated);
	}

	/**
	 * The row as a person corrected it.
	 */
	public AnnexRow corrected(@Nullable String name, @Nullable String unit, Stated correction) {
		return new AnnexRow(this.no, this.parentNo, this.printed, (name != null) ? name : this.name,
				(unit != null) ? unit : this.unit, this.field, this.place, this.source, this.targets, this.cityTargets,
				this.period, this.party, this.baseline, this.others, this.leadUnits, this.note,
				this.stated.correctedBy(correction));
	}

	public int depth() {
		return (int) this.no.chars().filter((c) -> c == '.').count();
	}

	/** Rows stand in different places: no need to go through all they hold. */
	@Override
	public int hashCode() {
		return this.place.hashCode();
	}

	/**
	 * @param year {@code null} for the period
	 */
	public record Issued(Issuer issuer, @Nullable Integer year, AnnexCell cell) {
	}

}
