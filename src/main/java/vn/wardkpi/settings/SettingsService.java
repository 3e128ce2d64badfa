package vn.wardkpi.settings;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.FileLimits;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Reads and changes settings, of a ward or, where none is named, of the installation. A
 * reader runs one SQL statement.
 */
@Service
public class SettingsService {

	private final SettingsStore store;

	private final FileIntake intake;

	private final FileLimits limits;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	SettingsService(SettingsStore store, FileIntake intake, FileLimits limits, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.store = store;
		this.intake = intake;
		this.limits = limits;
		this.transaction = transaction;
		this.events = events;
	}

	/**
	 * What applies.
	 * @param ward {@code null} for the installation
	 */
	public SettingsInForce of(@Nullable WardCode ward) {
		Map<String, SettingsVersion> found = this.store.inForce(ward);
		SettingsVersion installation = found.getOrDefault("", SettingsVersion.NONE);
		int ceiling = (int) Math.max(1, this.limits.largestFile().toMegabytes());
		return (ward != null)
				? new SettingsInForce(found.getOrDefault(ward.value(), SettingsVersion.NONE), installation, ceiling)
				: new SettingsInForce(installation, SettingsVersion.NONE, ceiling);
	}

	/**
	 * The picture at the head of the ward's reports, if there is one.
	 */
	@Transactional(readOnly = true)
	public Optional<Logo> logo(@Nullable WardCode ward) {
		return Optional.ofNullable(of(ward).logo()).flatMap(this.store::logo);
	}

	/**
	 * Changes everything at once: one version, one entry of the record. Without a
	 * difference nothing is stored.
	 * @param picture a new one in place of that of the draft, if any
	 * @return what applies now
	 * @throws RefusedException FORBIDDEN, STALE or INVALID with every field that is
	 * wrong; UNSUPPORTED or TOO_LARGE if the picture cannot be kept
	 */
	public SettingsInForce change(@Nullable WardCode ward, SettingsDraft draft, @Nullable Picture picture,
			Actor actor) {
		refuseOthers(ward, actor);
		SettingsInForce present = of(ward);
		refuseStale(draft.version(), present);
		SettingsVersion checked = draft.checked(present.mostMegabytes());
		Logo logo = (picture != null)
				? Logo.of(picture.name(), picture.content(), this.intake, "a logo from " + actor.username()) : null;
		this.transaction.executeWithoutResult((status) -> store(ward, present.own(), checked, logo, actor));
		return of(ward);
	}

	/**
	 * Returns to what holds without a choice.
	 */
	@Transactional
	public void reset(@Nullable WardCode ward, Setting setting, int version, Actor actor) {
		refuseOthers(ward, actor);
		SettingsInForce present = of(ward);
		refuseStale(version, present);
		store(ward, present.own(), present.own().without(setting), null, actor);
	}

	/**
	 * @throws RefusedException FORBIDDEN unless this person looks after the ward, or the
	 * installation
	 */
	public void refuseOthers(@Nullable WardCode ward, Actor actor) {
		if ((ward != null) ? !actor.mayAdminister(ward) : !actor.mayAdministerInstallation()) {
			throw new RefusedException(Kind.FORBIDDEN, "settings.administer");
		}
	}

	private void store(@Nullable WardCode ward, SettingsVersion before, SettingsVersion checked, @Nullable Logo picture,
			Actor actor) {
		SettingsVersion after = (picture != null) ? checked.withLogo(this.store.addLogo(picture, actor.username()))
				: checked;
		if (!after.equals(before)) {
			this.store.add(ward, after, actor.username());
			this.events.publishEvent(new SettingsEvent(actor.username(), ward, before, after));
		}
	}

	private static void refuseStale(int version, SettingsInForce present) {
		if (version != present.own().version()) {
			throw SettingsStore.stale();
		}
	}

	/**
	 * A picture that was sent.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Picture(String name, byte[] content) {
	}

}
