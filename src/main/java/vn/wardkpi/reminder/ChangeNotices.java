package vn.wardkpi.reminder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;

/**
 * Tells the reviewers that a form was submitted, and the lead unit what became of it, in
 * the transaction that did it. Nobody is told of what they did themselves.
 */
@Component
class ChangeNotices {

	/** An override's key begins with its year. */
	private static final Pattern YEAR = Pattern.compile("(\\d{4}) .*");

	private final Notices notices;

	private final StaffDirectory accounts;

	private final PlanCatalog plans;

	ChangeNotices(Notices notices, StaffDirectory accounts, PlanCatalog plans) {
		this.notices = notices;
		this.accounts = accounts;
		this.plans = plans;
	}

	@EventListener
	void tell(Change change) {
		WardCode ward = change.ward();
		Long planId = change.planId();
		Kind kind = kind(change);
		if (ward == null || planId == null || kind == null) {
			return;
		}
		Matcher year = YEAR.matcher(change.key());
		String no = change.indicatorNo();
		if (change.subject() == Subject.SUBMISSION) {
			SubmissionKey.parse(planId, change.key()).ifPresent((key) -> {
				Predicate<Actor> concerned = (kind == Kind.FORM_SUBMITTED) ? (person) -> person.mayReview(ward)
						: (person) -> person.mayEnter(ward, Set.of(key.leadUnit()));
				this.notices.tell(usernames(ward, concerned, change), kind, ward, key, null, change.actor());
			});
		}
		else if (change.subject() == Subject.OVERRIDE && no != null && year.matches()) {
			List<String> units = units(planId, no);
			this.notices.tellOfVerdict(usernames(ward, (person) -> person.mayEnter(ward, units), change), kind, ward,
					planId, Integer.parseInt(year.group(1)), no, change.actor());
		}
	}

	private static @Nullable Kind kind(Change change) {
		return switch (change.subject()) {
			case SUBMISSION -> switch (change.action()) {
				case "SUBMITTED" -> Kind.FORM_SUBMITTED;
				case "RETURNED" -> Kind.FORM_RETURNED;
				case "REOPENED" -> Kind.FORM_REOPENED;
				case "APPROVED" -> Kind.FORM_APPROVED;
				default -> null;
			};
			case OVERRIDE -> "REVOKED".equals(change.action()) ? Kind.OVERRIDE_REVOKED : Kind.OVERRIDE_SET;
			default -> null;
		};
	}

	private List<String> units(long planId, String no) {
		Optional<IndicatorRow> indicator = this.plans.indicators(planId)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst();
		return indicator.map(IndicatorRow::leadUnitCodes).orElse(List.of());
	}

	private List<String> usernames(WardCode ward, Predicate<Actor> concerned, Change change) {
		return this.accounts.people(ward)
			.stream()
			.map(StaffMember::actor)
			.filter((person) -> concerned.test(person) && !person.username().equals(change.actor()))
			.map(Actor::username)
			.toList();
	}

}
