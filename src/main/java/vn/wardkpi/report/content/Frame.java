package vn.wardkpi.report.content;

import java.util.List;

/**
 * What stands around the text, as offices write it; number and day are left open.
 *
 * @param state the country's name, over its motto
 * @param parent the body above
 * @param placeAndDay "Từ Liêm, ngày … tháng … năm 2026"
 * @param name what the document is, over its subject
 */
public record Frame(String state, String motto, String parent, String body, String number, String placeAndDay,
		String name, String subject, String addressee, String recipientsHeading, List<String> recipients,
		List<Signature> signatures) {

	public Frame {
		recipients = List.copyOf(recipients);
		signatures = List.copyOf(signatures);
	}

	/**
	 * @param functions a line each
	 * @param name empty where it is left open
	 * @param field what the field of a digital signature is called
	 */
	public record Signature(List<String> functions, String name, String field) {

		public Signature {
			functions = List.copyOf(functions);
		}

	}

}
