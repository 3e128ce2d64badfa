package vn.wardkpi.planexport.annex;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;

/**
 * The words of an annex: in Vietnamese, whoever takes it along, for it is an office's
 * document.
 */
@Component
public class AnnexWords {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final MessageSource messages;

	AnnexWords(MessageSource messages) {
		this.messages = messages;
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage("planexport." + key, arguments, VIETNAMESE);
	}

	/** Who set the targets, above a column of them. */
	String issuer(Issuer issuer, PlanSummary plan) {
		if (issuer == Issuer.CITY && !plan.provinceName().startsWith("Thành phố")) {
			return of("issuer.province");
		}
		return of("issuer." + issuer);
	}

	/** Above the Party congress's targets of the period. */
	String party(PlanSummary plan) {
		return of("column.party", this.messages.getMessage("enum.ward-kind." + plan.wardKind(), null, VIETNAMESE));
	}

}
