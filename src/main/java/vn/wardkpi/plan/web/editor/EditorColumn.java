package vn.wardkpi.plan.web.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * One column of the table.
 *
 * @param key name of what it holds, also that of a problem with it
 * @param label as people read it
 * @param group what belongs together and can be hidden together
 * @param width class of its width
 * @param longest number of characters
 * @param choices values and their words; empty where a text is typed
 * @param issuer of a target; {@code null} for all else
 * @param year of a yearly target
 */
record EditorColumn(String key, String label, Group group, String width, int longest, List<Choice> choices,
		@Nullable Issuer issuer, @Nullable Integer year) {

	EditorColumn {
		choices = List.copyOf(choices);
	}

	public boolean isTarget() {
		return this.issuer != null;
	}

	/** Words that need more than a line. */
	public boolean isLong() {
		return this.key.equals("name") || this.key.equals("note");
	}

	/**
	 * What is always in view, or may be hidden.
	 */
	enum Group {

		NAME, PLACE, RULE, UNITS, BASELINE, TARGETS

	}

	record Choice(String value, String label) {
	}

}
