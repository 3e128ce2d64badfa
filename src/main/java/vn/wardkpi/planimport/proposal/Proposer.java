package vn.wardkpi.planimport.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

import vn.wardkpi.planimport.annex.Annex;
import vn.wardkpi.ward.Ward;

/**
 * Makes a plan of an annex's rows: reads the texts of targets, infers what is not stated,
 * and notes what a person should look at.
 */
@Component
public class Proposer {

	private final DraftTexts texts;

	private final Clock clock;

	Proposer(DraftTexts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * @param units names of the lead units that the ward already has, by their codes
	 */
	public Proposal propose(Ward ward, Annex annex, ImportOptions options, Map<String, String> units) {
		return new ProposalBuilder(ward, annex, options, this.texts).build(LocalDate.now(this.clock),
				new SimilarUnits(units));
	}

}
