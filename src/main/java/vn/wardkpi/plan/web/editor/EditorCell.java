package vn.wardkpi.plan.web.editor;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it is shown.
 *
 * @param text typed or stored
 * @param stored what is on record
 * @param theirs what somebody else wrote meanwhile, where it is not what was typed
 * @param understood what a target's text says
 * @param errors what is wrong
 */
record EditorCell(EditorColumn column, String text, String stored, @Nullable String theirs, @Nullable String understood,
		List<String> errors) {

	EditorCell {
		errors = List.copyOf(errors);
	}

	public boolean changed() {
		return !this.text.equals(this.stored);
	}

	/** Mark of what the other person wrote. */
	public String theirMark() {
		return StoredRow.mark(this.stored);
	}

	/** The words for a value of it. */
	public String words(String value) {
		return this.column.choices()
			.stream()
			.filter((choice) -> choice.value().equals(value))
			.map(EditorColumn.Choice::label)
			.findFirst()
			.orElse(value.isEmpty() ? "–" : value);
	}

	EditorCell with(List<String> more) {
		List<String> all = new ArrayList<>(this.errors);
		all.addAll(more);
		return new EditorCell(this.column, this.text, this.stored, this.theirs, this.understood, all);
	}

}
