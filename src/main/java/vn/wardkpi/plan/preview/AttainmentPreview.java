package vn.wardkpi.plan.preview;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanChange;

/**
 * Says what a change of a plan would come to. Told by those who know the figures, which
 * plans do not.
 */
public interface AttainmentPreview {

	/**
	 * The verdicts and headlines that would not be the same, by issuer, year and order of
	 * the annex, of all years with approved figures.
	 * @param locale of the headlines' sentences
	 */
	List<AttainmentChange> changes(PlanChange change, Locale locale);

	/**
	 * @param no number of the indicator; {@code null} for the year's headline
	 * @param from name of the verdict, or the headline's sentence
	 * @param to likewise
	 */
	record AttainmentChange(int year, Issuer issuer, @Nullable String no, String from, String to) {
	}

}
