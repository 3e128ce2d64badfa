package vn.wardkpi.ward.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.TypedDay;

/**
 * What is typed on the page of lead units, right or wrong.
 *
 * @param name of a new unit, or the new name of one
 * @param from from when it holds
 * @param into code of the unit that another goes into
 * @param confirmed "true" from who has seen what a merger does
 */
record LeadUnitForm(@Nullable String name, @Nullable String from, @Nullable String into, @Nullable String confirmed) {

	static final LeadUnitForm EMPTY = new LeadUnitForm(null, null, null, null);

	/**
	 * @return a day that is none that can be meant where it cannot be read, {@code null}
	 * where there is none
	 */
	@Nullable LocalDate day() {
		String typed = (this.from != null) ? this.from.strip() : "";
		if (typed.isEmpty()) {
			return null;
		}
		return TypedDay.readIso(typed)
			.or(() -> TypedDay.read(typed.replaceAll("[.-]", "/")))
			.orElse(LocalDate.of(1, 1, 1));
	}

	boolean isConfirmed() {
		return "true".equals(this.confirmed);
	}

	/**
	 * What came of a form that was sent, if any was.
	 *
	 * @param about which form: "new", or a deed and a unit's code, "merge-van-phong"
	 * @param errors what is wrong by field, in words
	 * @param message why it cannot be done at all, in words
	 * @param toConfirm code of the unit that is about to be merged
	 */
	record Answer(String about, LeadUnitForm form, Map<String, String> errors, @Nullable String message,
			@Nullable String toConfirm) {

		static final Answer NONE = new Answer("", EMPTY, Map.of(), null, null);

		static Answer of(String about, LeadUnitForm form) {
			return new Answer(about, form, Map.of(), null, null);
		}

		Answer confirming(String unit) {
			return new Answer("", this.form, Map.of(), null, unit);
		}

		Answer saying(String message) {
			return new Answer("", this.form, Map.of(), message, null);
		}

		Answer with(List<FieldProblem> problems, Function<Problem, String> words) {
			Map<String, String> found = new LinkedHashMap<>();
			problems.forEach((one) -> {
				String field = Objects.requireNonNullElse(one.field(), "name");
				found.putIfAbsent(field.equals("endsOn") ? "from" : field, words.apply(one.problem()));
			});
			return new Answer(this.about, this.form, found, null, null);
		}

		public boolean isAbout(String which) {
			return this.about.equals(which);
		}

		/** Whether any form of the unit was sent and is wrong. */
		public boolean concerns(String unit) {
			return this.about.endsWith("-" + unit)
					&& this.about.indexOf('-') == this.about.length() - unit.length() - 1;
		}

		public List<String> errors(String which, String field) {
			String error = isAbout(which) ? this.errors.get(field) : null;
			return (error != null) ? List.of(error) : List.of();
		}

		/** What was typed in a field of a form, nothing on one that was not sent. */
		public String typed(String which, String field) {
			if (!isAbout(which)) {
				return "";
			}
			return Objects.requireNonNullElse(switch (field) {
				case "name" -> this.form.name();
				case "into" -> this.form.into();
				default -> this.form.from();
			}, "");
		}

	}

}
