package vn.wardkpi.attainment.year;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import vn.wardkpi.attainment.Verdict;

/**
 * Judges a group by its sub-indicators: the decisive one, or where none is marked the
 * worst of those with a target.
 */
public final class GroupJudge {

	/** From the worst on. */
	private static final List<Verdict> WORST_FIRST = List.of(Verdict.NOT_MET, Verdict.NO_DATA, Verdict.IN_PROGRESS,
			Verdict.MET, Verdict.EXCEEDED);

	private GroupJudge() {
	}

	/**
	 * @param deciding judgements of the decisive sub-indicators, or of all where none is
	 * decisive
	 */
	public static Judgement judge(Collection<Judgement> deciding) {
		Verdict verdict = worst(deciding, Judgement::verdict);
		return new Judgement(verdict, worst(deciding, Judgement::computed), isProvisional(deciding, verdict),
				deciding.stream().anyMatch(Judgement::overridden), null, null, null, null);
	}

	private static Verdict worst(Collection<Judgement> deciding, Function<Judgement, Verdict> which) {
		List<Verdict> verdicts = deciding.stream().map(which).toList();
		return WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElse(Verdict.NOT_ASSIGNED);
	}

	/**
	 * One official miss settles a group; any other outcome may change as long as one of
	 * its figures may.
	 */
	private static boolean isProvisional(Collection<Judgement> deciding, Verdict verdict) {
		return switch (verdict) {
			case NOT_MET -> deciding.stream()
				.filter((judgement) -> judgement.verdict() == Verdict.NOT_MET)
				.allMatch(Judgement::provisional);
			case MET, EXCEEDED -> deciding.stream().anyMatch(Judgement::provisional);
			case IN_PROGRESS, NO_DATA, NOT_ASSIGNED -> false;
		};
	}

}
