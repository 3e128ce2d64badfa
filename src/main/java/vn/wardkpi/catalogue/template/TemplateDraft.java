package vn.wardkpi.catalogue.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * A template as it shall be.
 *
 * @param rows in the order of the annex, parents before their sub-indicators
 */
public record TemplateDraft(@Nullable String title, @Nullable Integer fromYear, @Nullable Integer toYear,
		List<Row> rows) {

	public TemplateDraft {
		rows = List.copyOf(rows);
	}

	public static TemplateDraft of(String title, int fromYear, int toYear, List<TemplateRow> rows) {
		return new TemplateDraft(title, fromYear, toYear, rows.stream().map(Row::of).toList());
	}

	/**
	 * A row with whatever was said of it: what a definition says need not be said again.
	 */
	public record Row(@Nullable String no, @Nullable String parentNo, @Nullable String name, @Nullable String unit,
			@Nullable String field, @Nullable IndicatorRole role, @Nullable Boolean decisive,
			@Nullable Direction direction, @Nullable ValueType valueType, @Nullable Accumulation accumulation,
			@Nullable Boolean bounded, @Nullable String note, @Nullable Long definitionId) {

		static Row of(TemplateRow row) {
			return new Row(row.no(), row.parentNo(), row.name(), row.unit(), row.field(), row.role(), row.decisive(),
					row.direction(), row.valueType(), row.accumulation(), row.bounded(), row.note(),
					row.definitionId());
		}

	}

}
