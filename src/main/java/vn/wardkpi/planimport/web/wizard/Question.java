package vn.wardkpi.planimport.web.wizard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.web.wizard.TableView.Choice;

/**
 * Something that a person must put right or say.
 *
 * @param id the same in every reading as long as what is asked is the same
 * @param code what kind of question it is
 * @param error whether it cannot be accepted as it is
 * @param where the place in words
 * @param row the row it is about, if it is about one
 * @param anchor of the place on the page; {@code null} where it has none
 * @param options what a click puts right
 * @param fields what can be typed or chosen
 * @param accept what a click accepts, in words; {@code null} where nothing can be
 */
record Question(String id, String code, boolean error, String text, String where, @Nullable RowKey row,
		@Nullable String anchor, List<Option> options, List<Field> fields, @Nullable String accept) {

	/**
	 * @param value assignments, one a line
	 */
	record Option(String value, String label) {
	}

	/**
	 * @param choices empty where it is typed
	 */
	record Field(String name, String label, String value, List<Choice> choices) {
	}

	/**
	 * Questions of one kind.
	 */
	record Group(String code, List<Question> questions, boolean acceptable) {

		public int size() {
			return this.questions.size();
		}

	}

}
