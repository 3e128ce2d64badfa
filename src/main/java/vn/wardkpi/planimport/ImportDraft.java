package vn.wardkpi.planimport;

import java.util.Set;
import java.util.UUID;

import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.WardCode;

/**
 * A file on its way from upload to acceptance, with what a person said of it so far.
 *
 * @param options with the mapping as far as a person changed it
 * @param answered the questions that a person answered by accepting what was understood
 */
public record ImportDraft(UUID id, WardCode ward, String fileName, ImportOptions options, Set<String> answered) {

	public ImportDraft {
		answered = Set.copyOf(answered);
	}

}
