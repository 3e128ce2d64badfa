package vn.wardkpi.submission.review;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.VerdictOverride;
import vn.wardkpi.actual.VerdictOverrides;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.OverrideEvent.JudgedTarget;
import vn.wardkpi.submission.OverrideEvent.OverrideRevoked;
import vn.wardkpi.submission.OverrideEvent.VerdictOverridden;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.PlanYearReader;

/**
 * Lets a reviewer set a verdict in place of the computed one, with a reason, and take it
 * back.
 */
@Service
@Transactional
public class Overrides {

	private final PlanYearReader years;

	private final VerdictOverrides overrides;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Overrides(PlanYearReader years, VerdictOverrides overrides, ApplicationEventPublisher events, Clock clock) {
		this.years = years;
		this.overrides = overrides;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Replaces the verdict of one issuer's target; an earlier override is revoked.
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than the ward's reviewers;
	 * INVALID without a verdict or a reason; CONFLICT if the plan is closed
	 */
	public void set(long planId, String no, int year, Issuer issuer, @Nullable Verdict verdict, @Nullable String reason,
			@Nullable String reference, Actor actor) {
		PlanYear of = reviewed(planId, year, actor);
		IndicatorRow row = of.indicator(no);
		VerdictOverride override = new VerdictOverride(row.id(), year, issuer, verdict, reason, reference,
				actor.username(), this.clock.instant());
		Optional<VerdictOverride> earlier = this.overrides.findByIndicatorIdAndYearAndIssuerAndRevokedAtIsNull(row.id(),
				year, issuer);
		earlier.ifPresent((replaced) -> {
			replaced.giveWay(actor.username(), this.clock.instant());
			this.overrides.saveAndFlush(replaced);
		});
		this.overrides.saveAndFlush(override);
		this.events.publishEvent(new VerdictOverridden(actor.username(), of.plan().wardCode(),
				new JudgedTarget(planId, no, year, issuer), earlier.map(VerdictOverride::verdict).orElse(null),
				override.verdict(), override.reference(), override.reason()));
	}

	/**
	 * Takes an override back; the computed verdict is in force again.
	 * @throws RefusedException NOT_FOUND if there is none; FORBIDDEN to others than the
	 * ward's reviewers; INVALID without a reason; CONFLICT if the plan is closed
	 */
	public void revoke(long planId, String no, int year, Issuer issuer, @Nullable String reason, Actor actor) {
		PlanYear of = reviewed(planId, year, actor);
		VerdictOverride override = this.overrides
			.findByIndicatorIdAndYearAndIssuerAndRevokedAtIsNull(of.indicator(no).id(), year, issuer)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "override.unknown", no));
		String kept = override.revoke(reason, actor.username(), this.clock.instant());
		this.overrides.saveAndFlush(override);
		this.events.publishEvent(new OverrideRevoked(actor.username(), of.plan().wardCode(),
				new JudgedTarget(planId, no, year, issuer), override.verdict(), kept));
	}

	private PlanYear reviewed(long planId, int year, Actor actor) {
		PlanYear of = this.years.require(planId, year);
		if (!actor.mayReview(of.plan().wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "override.set");
		}
		EntryLock.of(of.plan().status()).ifPresent((closed) -> {
			throw closed.refusal();
		});
		return of;
	}

}
