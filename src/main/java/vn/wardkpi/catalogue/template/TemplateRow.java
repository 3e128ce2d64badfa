package vn.wardkpi.catalogue.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;

/**
 * An indicator that every plan of the template begins with.
 *
 * @param definitionId the shared definition that it is; {@code null} for none
 */
public record TemplateRow(String no, @Nullable String parentNo, String name, @Nullable String unit,
		@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
		Accumulation accumulation, boolean bounded, @Nullable String note, @Nullable Long definitionId) {

	/** What the name of a percentage begins with that is at most 100. */
	private static final String SHARE = "Tỷ lệ";

	/**
	 * A definition as a row: what it says, and what is usual where it says nothing.
	 */
	static TemplateRow of(int no, Definition definition) {
		return new TemplateRow(String.valueOf(no), null, definition.name(), definition.unit(), null,
				IndicatorRole.COUNTED, false, definition.direction(), definition.valueType(), Accumulation.LAST,
				definition.valueType() == ValueType.PERCENT && definition.name().startsWith(SHARE), null,
				definition.id());
	}

	/**
	 * What a plan says of an indicator apart from its numbers and who answers for it.
	 */
	static TemplateRow of(IndicatorRow row, @Nullable Long definition) {
		return new TemplateRow(row.no(), row.rule().parentNo(), row.name(), row.unit(), row.field(), row.rule().role(),
				row.rule().decisive(), row.rule().direction(), row.rule().valueType(), row.rule().accumulation(),
				row.rule().bounded(), row.note(), definition);
	}

	IndicatorDraft indicator() {
		return new IndicatorDraft(this.no, this.parentNo, this.name, this.unit, this.field, this.role, this.decisive,
				this.direction, this.valueType, this.accumulation, this.bounded, 0, null, this.note, List.of());
	}

}
