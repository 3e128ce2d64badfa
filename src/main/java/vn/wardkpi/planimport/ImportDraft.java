package vn.wardkpi.planimport;

import java.util.Map;
import java.util.UUID;

import vn.wardkpi.planimport.proposal.Correction;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.WardCode;

/**
 * A file on its way from upload to acceptance, with what a person changed so far.
 */
public record ImportDraft(UUID id, WardCode ward, String fileName, ImportOptions options,
		Map<String, Correction> corrections) {

	public ImportDraft {
		corrections = Map.copyOf(corrections);
	}

}
