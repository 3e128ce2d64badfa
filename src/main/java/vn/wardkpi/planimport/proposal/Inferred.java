package vn.wardkpi.planimport.proposal;

import java.util.List;

/**
 * An attribute that the annex does not state, and why it was taken to be so.
 *
 * @param field the attribute's name in the API
 * @param reason last part of a message key ({@code planimport.why.} + reason)
 * @param arguments what the message names
 * @param certain whether the evidence leaves little doubt; otherwise it is to be looked
 * at closely
 */
public record Inferred(String no, String field, String value, String reason, List<String> arguments, boolean certain) {

	public Inferred {
		arguments = List.copyOf(arguments);
	}

	public String messageKey() {
		return "planimport.why." + this.reason;
	}

}
