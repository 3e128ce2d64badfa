package vn.wardkpi.bulkimport.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.wardkpi.bulkimport.Reason;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Reasons in words, with the place in the file, in the language of the present request.
 */
@Component
class ReasonMessages {

	private final ProblemMessages messages;

	ReasonMessages(ProblemMessages messages) {
		this.messages = messages;
	}

	/** "Chỉ tiêu 2.1 · ô G7: …". */
	String text(Reason reason) {
		List<String> places = new ArrayList<>();
		if (reason.no() != null) {
			places.add(this.messages.text("bulkimport.at-row", reason.no()));
		}
		if (reason.cell() != null) {
			places.add(this.messages.text("bulkimport.at-cell", reason.cell()));
		}
		else if (reason.row() != null) {
			places.add(this.messages.text("bulkimport.at-line", String.valueOf(reason.row())));
		}
		String where = places.isEmpty() ? "" : String.join(" · ", places) + ": ";
		return where + bare(reason);
	}

	/** The same without the place. */
	String bare(Reason reason) {
		return this.messages.text(reason.key(), reason.arguments().toArray(new String[0]));
	}

	String text(String key) {
		return this.messages.text(key);
	}

}
