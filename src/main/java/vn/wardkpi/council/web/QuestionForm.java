package vn.wardkpi.council.web;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import vn.wardkpi.council.QuestionInput;

/**
 * A question as it was typed on its page.
 */
record QuestionForm(@Nullable String text, @Nullable Long session, @Nullable String due) {

	static final QuestionForm EMPTY = new QuestionForm(null, null, null);

	QuestionInput read(BindingResult errors) {
		return new QuestionInput(this.text, this.session, SessionForm.day("due", this.due, errors));
	}

}
