package vn.wardkpi.plan.web.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.unit.IndicatorMove;
import vn.wardkpi.shared.TypedDay;

/**
 * Which indicators go where, as it was chosen and typed.
 *
 * @param rows plan and number, "1/2.1"
 * @param confirmed "true" from who has seen what it does
 * @param version of the unit's rows that was seen
 */
record MoveForm(@Nullable List<String> rows, @Nullable String into, @Nullable String from, @Nullable String confirmed,
		@Nullable String version) {

	/**
	 * A row that cannot be meant is one that no plan has; a day that cannot be read is
	 * one that cannot be meant.
	 */
	IndicatorMove read() {
		return new IndicatorMove(chosen().stream().map(MoveForm::row).toList(), this.into, day());
	}

	public List<String> chosen() {
		return (this.rows != null) ? this.rows : List.of();
	}

	boolean isConfirmed() {
		return "true".equals(this.confirmed);
	}

	private @Nullable LocalDate day() {
		String typed = (this.from != null) ? this.from.strip() : "";
		return typed.isEmpty() ? null : TypedDay.read(typed).orElse(LocalDate.of(1, 1, 1));
	}

	static IndicatorMove.Row row(String key) {
		int at = key.indexOf('/');
		boolean known = at > 0 && key.substring(0, at).matches("\\d{1,18}");
		return new IndicatorMove.Row(known ? Long.parseLong(key.substring(0, at)) : 0, key.substring(at + 1));
	}

}
