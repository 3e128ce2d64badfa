package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.proposal.SectionIssuer;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.web.wizard.TableView.Choice;
import vn.wardkpi.planimport.web.wizard.TableView.IndicatorSummary;
import vn.wardkpi.planimport.web.wizard.TableView.Tag;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What was understood of single rows, in words.
 */
final class Understandings {

	private static final List<RowValue> SUMMED = List.of(RowValue.DIRECTION, RowValue.VALUE_TYPE, RowValue.ACCUMULATION,
			RowValue.BOUNDED, RowValue.ROLE, RowValue.DECISIVE);

	private final FilePlaces places;

	private final TableMapping stated;

	private final Issuer issuer;

	private final WizardMessages messages;

	/** Which of two targets is whose cannot be said. */
	private final Set<String> twice = new HashSet<>();

	private final Map<String, Inferred> inferred = new HashMap<>();

	Understandings(FilePlaces places, TableMapping stated, @Nullable Issuer issuer, WizardMessages messages) {
		this.places = places;
		this.stated = stated;
		this.issuer = Objects.requireNonNullElse(issuer, Issuer.WARD_COUNCIL);
		this.messages = messages;
		Set<String> seen = new HashSet<>();
		places.reading()
			.proposal()
			.rows()
			.stream()
			.map((row) -> row.indicator().no())
			.filter((no) -> !seen.add(no))
			.forEach(this.twice::add);
		places.reading()
			.proposal()
			.inferred()
			.forEach((found) -> this.inferred.put(found.no() + "/" + found.field(), found));
	}

	/** The reason why an attribute is what it is, where the file does not state it. */
	@Nullable Inferred inferred(String no, String field) {
		return this.inferred.get(no + "/" + field);
	}

	IndicatorSummary summary(RowKey key) {
		Proposal.Row row = this.places.understood(key).orElseThrow();
		IndicatorView view = row.indicator();
		RowValues said = values(key);
		List<Tag> tags = new ArrayList<>();
		if (view.unit() != null) {
			tags.add(new Tag(view.unit(), said.said(RowValue.UNIT) != null ? "corrected" : ""));
		}
		for (RowValue value : SUMMED) {
			String present = value(view, value);
			boolean shown = present != null && switch (value) {
				case BOUNDED, DECISIVE -> present.equals("true");
				case ROLE -> view.parentNo() == null && !present.equals("COUNTED");
				default -> true;
			};
			if (present != null && shown) {
				Inferred found = inferred(view.no(), value.key());
				String kind = (said.said(value) != null) ? "corrected"
						: (found == null) ? "" : found.certain() ? "inferred" : "unsure";
				tags.add(new Tag(label(value, present), kind));
			}
		}
		if (said.said(RowValue.LEAD_UNITS) != null && !row.source().leadUnits().isEmpty()) {
			tags.add(new Tag(String.join("; ", row.source().leadUnits()), "corrected"));
		}
		boolean named = said.said(RowValue.NAME) != null || key.part() > 0;
		return new IndicatorSummary(key.toString(), view.no(), named ? view.name() : null, view.parentNo() != null,
				tags);
	}

	RowValues values(RowKey key) {
		return this.stated.values(this.places.sheet(key), key.row(), key.part());
	}

	private String label(RowValue value, String present) {
		return (value == RowValue.DECISIVE) ? this.messages.text("planimport.decisive.tag")
				: this.messages.value(value.key(), present);
	}

	/** What was understood; {@code null} where the indicator has no such attribute. */
	static @Nullable String value(IndicatorView view, RowValue value) {
		IndicatorView.BaselineView baseline = view.baseline();
		return switch (value) {
			case NO -> view.no();
			case PARENT_NO -> Objects.requireNonNullElse(view.parentNo(), "");
			case NAME -> view.name();
			case UNIT -> Objects.requireNonNullElse(view.unit(), "");
			case FIELD -> Objects.requireNonNullElse(view.field(), "");
			case LEAD_UNITS -> null;
			case LEADER_IN_CHARGE -> Objects.requireNonNullElse(view.leaderInCharge(), "");
			case ROLE -> view.role().name();
			case DECISIVE -> (view.parentNo() != null) ? String.valueOf(view.decisive()) : null;
			case DIRECTION -> view.direction().name();
			case VALUE_TYPE -> view.valueType().name();
			case ACCUMULATION -> view.accumulation().name();
			case BOUNDED -> String.valueOf(view.bounded());
			case BASELINE_COMPARABLE -> (baseline != null) ? String.valueOf(baseline.comparable()) : null;
		};
	}

	List<Choice> choices(RowValue value, @Nullable String present) {
		return value.allowed()
			.stream()
			.map((one) -> new Choice(one, this.messages.value(value.key(), one), one.equals(present)))
			.toList();
	}

	/** By column from 1, each target as it was understood: "≥ 66,7". */
	Map<Integer, String> targets(Proposal.Row row) {
		Map<Integer, String> targets = new HashMap<>();
		if (this.twice.contains(row.indicator().no())) {
			return targets;
		}
		AnnexRow source = row.source();
		IndicatorView view = row.indicator();
		Issuer own = SectionIssuer.of(source).orElse(this.issuer);
		source.targets().forEach((year, cell) -> put(targets, cell, yearly(view, own, year)));
		source.cityTargets().forEach((year, cell) -> put(targets, cell, yearly(view, Issuer.CITY, year)));
		put(targets, source.period(), period(view, own));
		put(targets, source.party(), period(view, Issuer.PARTY_CONGRESS));
		for (AnnexRow.Issued other : source.others()) {
			put(targets, other.cell(),
					(other.year() != null) ? yearly(view, other.issuer(), other.year()) : period(view, other.issuer()));
		}
		return targets;
	}

	private static void put(Map<Integer, String> targets, @Nullable AnnexCell cell, @Nullable String text) {
		if (cell != null && cell.place().column() != null && text != null) {
			targets.putIfAbsent(cell.place().column(), text);
		}
	}

	private static @Nullable String yearly(IndicatorView view, Issuer issuer, int year) {
		return view.targets()
			.stream()
			.filter((target) -> target.issuer() == issuer && target.year() == year)
			.findFirst()
			.map((target) -> text(target.comparator(), target.value(), target.upper()))
			.orElse(null);
	}

	private static @Nullable String period(IndicatorView view, Issuer issuer) {
		return view.periodTargets()
			.stream()
			.filter((target) -> target.issuer() == issuer)
			.findFirst()
			.map((target) -> text(target.comparator(), target.value(), target.upper()))
			.orElse(null);
	}

	private static @Nullable String text(Comparator comparator, java.math.@Nullable BigDecimal value,
			java.math.@Nullable BigDecimal upper) {
		if (value == null) {
			return null;
		}
		String number = VietnameseNumber.write(value);
		return switch (comparator) {
			case AT_LEAST -> "≥ " + number;
			case MORE_THAN -> "> " + number;
			case AT_MOST -> "≤ " + number;
			case LESS_THAN -> "< " + number;
			case BETWEEN -> number + "–" + ((upper != null) ? VietnameseNumber.write(upper) : "");
			case EXACTLY -> "= " + number;
			case QUALITATIVE -> null;
		};
	}

}
