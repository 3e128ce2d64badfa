package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableMapping;

/**
 * The rows of an annex as a person says that they are.
 */
class StatedRows {

	private final TableMapping mapping;

	StatedRows(TableMapping mapping) {
		this.mapping = mapping;
	}

	/** Where a number changes, those below it change with it. */
	List<AnnexRow> of(List<AnnexRow> rows) {
		List<AnnexRow> stated = new ArrayList<>();
		String from = "";
		String to = "";
		for (AnnexRow row : rows) {
			RowValues said = this.mapping.values(row.place().sheet(), row.place().row(), row.place().part());
			String no = said.said(RowValue.NO);
			if (no != null && Marker.of(no).kind() == Marker.Kind.NUMBER) {
				from = row.no();
				to = Marker.of(no).number();
			}
			stated.add(said(moved(row, from, to), said));
		}
		return stated;
	}

	private static AnnexRow moved(AnnexRow row, String from, String to) {
		if (from.equals(to) || from.isEmpty()) {
			return row;
		}
		if (row.no().equals(from)) {
			int dot = to.lastIndexOf('.');
			return row.numbered(to, (dot > 0) ? to.substring(0, dot) : null);
		}
		String parent = row.parentNo();
		return (parent != null && (parent + ".").startsWith(from + ".") && row.no().startsWith(from + "."))
				? row.numbered(to + row.no().substring(from.length()), to + parent.substring(from.length())) : row;
	}

	private static AnnexRow said(AnnexRow row, RowValues said) {
		if (said.said().isEmpty()) {
			return row;
		}
		String parent = said.said(RowValue.PARENT_NO, Objects.requireNonNullElse(row.parentNo(), ""));
		AnnexRow changed = row.numbered(row.no(), blankToNull(parent))
			.corrected(said.said(RowValue.NAME), said.said(RowValue.UNIT), attributes(said));
		if (said.said(RowValue.FIELD) != null) {
			changed = changed.in(blankToNull(said.said(RowValue.FIELD, "")));
		}
		String units = said.said(RowValue.LEAD_UNITS);
		return (units == null) ? changed : changed
			.answeredBy(Stream.of(units.split(";")).map(String::strip).filter((unit) -> !unit.isEmpty()).toList());
	}

	private static Stated attributes(RowValues said) {
		return new Stated(value(said, RowValue.ROLE, IndicatorRole.values()), flag(said, RowValue.DECISIVE),
				value(said, RowValue.DIRECTION, Direction.values()),
				value(said, RowValue.VALUE_TYPE, ValueType.values()),
				value(said, RowValue.ACCUMULATION, Accumulation.values()), flag(said, RowValue.BOUNDED),
				flag(said, RowValue.BASELINE_COMPARABLE), said.said(RowValue.LEADER_IN_CHARGE), null);
	}

	private static <E extends Enum<E>> @Nullable E value(RowValues said, RowValue value, E[] values) {
		return Arrays.stream(values).filter((one) -> one.name().equals(said.said(value))).findFirst().orElse(null);
	}

	private static @Nullable Boolean flag(RowValues said, RowValue value) {
		String text = said.said(value);
		return (text != null) ? Boolean.valueOf(text) : null;
	}

	private static @Nullable String blankToNull(String text) {
		return text.isBlank() ? null : text;
	}

}
