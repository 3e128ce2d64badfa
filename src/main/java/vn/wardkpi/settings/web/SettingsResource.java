package vn.wardkpi.settings.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.settings.Setting;
import vn.wardkpi.settings.SettingsDraft;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.settings.SettingsInForce.Source;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.settings.SettingsVersion;
import vn.wardkpi.settings.Signatory;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.SeenVersion;

/**
 * The settings of a ward, and of the installation. The logo is changed on the page.
 */
@RestController
@RequestMapping("/api/v1")
class SettingsResource {

	private final SettingsService settings;

	private final Wards wards;

	SettingsResource(SettingsService settings, Wards wards) {
		this.settings = settings;
		this.wards = wards;
	}

	@GetMapping("/wards/{code}/settings")
	ResponseEntity<SettingsView> ofWard(@PathVariable String code, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "settings.read");
		}
		return answer(ward);
	}

	@PatchMapping("/wards/{code}/settings")
	@Operation(description = """
			Changes what is given and leaves the rest. The names in defaults return to what holds without a choice. \
			Needs If-Match with the ETag of the settings that are changed; without it the answer is 428, with \
			another's 412.""")
	ResponseEntity<SettingsView> changeWard(@PathVariable String code, @RequestBody SettingsChange body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return change(this.wards.require(code).code(), body, ifMatch, actor);
	}

	@GetMapping("/settings")
	ResponseEntity<SettingsView> ofInstallation(Actor actor) {
		this.settings.refuseOthers(null, actor);
		return answer(null);
	}

	@PatchMapping("/settings")
	@Operation(description = "The installation's settings, as those of a ward.")
	ResponseEntity<SettingsView> changeInstallation(@RequestBody SettingsChange body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return change(null, body, ifMatch, actor);
	}

	private ResponseEntity<SettingsView> change(@Nullable WardCode ward, SettingsChange body, @Nullable String ifMatch,
			Actor actor) {
		this.settings.refuseOthers(ward, actor);
		int seen = SeenVersion.require(ifMatch, "settings.version-required");
		this.settings.change(ward, body.on(this.settings.of(ward).own(), seen), null, actor);
		return answer(ward);
	}

	private ResponseEntity<SettingsView> answer(@Nullable WardCode ward) {
		SettingsInForce present = this.settings.of(ward);
		return ResponseEntity.ok().eTag(SeenVersion.tag(present.own().version())).body(SettingsView.of(ward, present));
	}

	/**
	 * What shall change.
	 *
	 * @param defaults what returns to its default
	 */
	record SettingsChange(@Nullable Integer evidenceMegabytes, @Nullable LocalDate adjustedFrom,
			@Nullable List<SignatoryView> signatories, @Nullable List<String> recipients,
			@Nullable Set<Setting> defaults) {

		SettingsDraft on(SettingsVersion own, int seen) {
			Set<Setting> back = (this.defaults != null && !this.defaults.isEmpty()) ? EnumSet.copyOf(this.defaults)
					: EnumSet.noneOf(Setting.class);
			List<Signatory> signing = (this.signatories != null)
					? given(this.signatories).map(SignatoryView::signatory).toList() : own.signatories();
			List<String> named = (this.recipients != null) ? given(this.recipients).toList() : own.recipients();
			return new SettingsDraft(seen,
					back.contains(Setting.EVIDENCE_MEGABYTES) ? null
							: either(this.evidenceMegabytes, own.evidenceMegabytes()),
					back.contains(Setting.ADJUSTED_FROM) ? null : either(this.adjustedFrom, own.adjustedFrom()),
					back.contains(Setting.SIGNATORIES) ? null : signing,
					back.contains(Setting.RECIPIENTS) ? null : named, back.contains(Setting.LOGO) ? null : own.logo());
		}

		/** A list may hold nothing in places. */
		private static <T> Stream<T> given(List<T> some) {
			return some.stream().filter(Objects::nonNull);
		}

		private static <T> @Nullable T either(@Nullable T given, @Nullable T own) {
			return (given != null) ? given : own;
		}

	}

	/**
	 * What applies, and who chose it.
	 *
	 * @param wardCode {@code null} for the installation
	 * @param adjustedFrom {@code null} where adjustments are always marked
	 * @param logo whether there is one
	 */
	record SettingsView(@Nullable String wardCode, int version, int evidenceMegabytes, int mostEvidenceMegabytes,
			@Nullable LocalDate adjustedFrom, List<SignatoryView> signatories, List<String> recipients, boolean logo,
			List<SourceView> sources) {

		static SettingsView of(@Nullable WardCode ward, SettingsInForce present) {
			return new SettingsView((ward != null) ? ward.value() : null, present.own().version(),
					present.evidenceMegabytes(), present.mostMegabytes(), present.adjustedFrom(),
					present.signatories().stream().map((one) -> new SignatoryView(one.function(), one.name())).toList(),
					present.recipients(), present.logo() != null,
					EnumSet.allOf(Setting.class)
						.stream()
						.map((one) -> new SourceView(one, present.source(one, ward != null)))
						.toList());
		}

	}

	record SignatoryView(@Nullable String function, @Nullable String name) {

		Signatory signatory() {
			return new Signatory(Objects.requireNonNullElse(this.function, ""),
					Objects.requireNonNullElse(this.name, ""));
		}

	}

	/**
	 * @param source whose value applies
	 */
	record SourceView(Setting setting, Source source) {
	}

}
