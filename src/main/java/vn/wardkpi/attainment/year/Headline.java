package vn.wardkpi.attainment.year;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

import vn.wardkpi.attainment.Verdict;

/**
 * The sum of a year's verdicts for one issuer.
 *
 * @param assigned counted indicators and groups with a target; always exceeded + met +
 * notMet + inProgress + noData
 * @param provisional whether any counted verdict is
 */
public record Headline(int assigned, int exceeded, int met, int notMet, int inProgress, int noData, int notAssigned,
		boolean provisional) {

	/**
	 * Vietnamese is the bundle without a language.
	 */
	private static final Locale VIETNAMESE = Locale.ROOT;

	/**
	 * Counts the judgements of COUNTED indicators and GROUPs.
	 */
	public static Headline of(Collection<Judgement> counted) {
		int notAssigned = count(counted, Verdict.NOT_ASSIGNED);
		return new Headline(counted.size() - notAssigned, count(counted, Verdict.EXCEEDED), count(counted, Verdict.MET),
				count(counted, Verdict.NOT_MET), count(counted, Verdict.IN_PROGRESS), count(counted, Verdict.NO_DATA),
				notAssigned, counted.stream().anyMatch(Judgement::provisional));
	}

	private static int count(Collection<Judgement> counted, Verdict verdict) {
		return Math.toIntExact(counted.stream().filter((judgement) -> judgement.verdict() == verdict).count());
	}

	/**
	 * "Đạt và vượt" is met + exceeded.
	 */
	public int attained() {
		return this.met + this.exceeded;
	}

	/**
	 * The sentence of a council report, in Vietnamese: "Đạt và vượt 21/22 chỉ tiêu (vượt
	 * 7, đạt 14), không đạt 1; chưa có số liệu 0", "Ước đạt và vượt…" where provisional.
	 * The numbers a council asks for are always said, also when they are zero; what is
	 * still in progress only where there is any. A year without any figure says that.
	 */
	public String text() {
		return text(VIETNAMESE);
	}

	/**
	 * The same sentence in a reader's language.
	 * @param locale English for English; Vietnamese for any other
	 */
	public String text(Locale locale) {
		ResourceBundle bundle = ResourceBundle.getBundle("messages.attainment",
				"en".equals(locale.getLanguage()) ? Locale.ENGLISH : VIETNAMESE,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		if (this.assigned == 0) {
			return bundle.getString("attainment.headline.none");
		}
		if (this.noData == this.assigned) {
			return said(bundle, "noFigures", this.noData);
		}
		StringBuilder sentence = new StringBuilder(said(bundle, this.provisional ? "provisional" : "final", attained(),
				this.assigned, this.exceeded, this.met, this.notMet));
		if (this.inProgress > 0) {
			sentence.append(said(bundle, "inProgress", this.inProgress));
		}
		return sentence.append(said(bundle, "noData", this.noData)).toString();
	}

	private static String said(ResourceBundle bundle, String key, Object... counts) {
		return new MessageFormat(bundle.getString("attainment.headline." + key), Locale.ROOT).format(counts);
	}

}
