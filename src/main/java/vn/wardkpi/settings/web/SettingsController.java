package vn.wardkpi.settings.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.settings.Logo;
import vn.wardkpi.settings.Setting;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Administrators' page of settings: of a ward, or without one of the installation.
 */
@Controller
@RequestMapping({ "/wards/{code}/settings", "/settings" })
class SettingsController {

	private final SettingsService settings;

	private final Wards wards;

	private final ProblemMessages messages;

	SettingsController(SettingsService settings, Wards wards, ProblemMessages messages) {
		this.settings = settings;
		this.wards = wards;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable(required = false) @Nullable String code, Actor actor) {
		Ward ward = administered(code, actor);
		SettingsInForce present = this.settings.of(code(ward));
		return page(ward, present, SettingsForm.of(present.own()), Map.of());
	}

	/**
	 * Stores what was typed, or returns one setting to its default.
	 */
	@PostMapping
	ModelAndView change(@PathVariable(required = false) @Nullable String code,
			@ModelAttribute("typed") SettingsForm typed, Actor actor, RedirectAttributes redirect) throws IOException {
		Ward ward = administered(code, actor);
		SettingsInForce present = this.settings.of(code(ward));
		try {
			Setting back = Stream.of(Setting.values())
				.filter((one) -> one.name().equals(typed.reset()))
				.findFirst()
				.orElse(null);
			if (back != null) {
				this.settings.reset(code(ward), back, typed.seen(), actor);
			}
			else {
				this.settings.change(code(ward), typed.draft(present.own().logo()), picture(typed.picture()), actor);
			}
		}
		catch (RefusedException ex) {
			return refused(ward, present, typed, ex);
		}
		redirect.addFlashAttribute("flash", "settings.saved");
		return new ModelAndView("redirect:" + address(ward));
	}

	private ModelAndView refused(@Nullable Ward ward, SettingsInForce present, SettingsForm typed,
			RefusedException ex) {
		Map<String, String> errors = new LinkedHashMap<>();
		HttpStatus status = switch (ex.kind()) {
			case STALE -> HttpStatus.CONFLICT;
			case INVALID, UNSUPPORTED, TOO_LARGE, UNAVAILABLE -> HttpStatus.valueOf(ex.kind().status());
			default -> throw ex;
		};
		if (ex.kind() == Kind.STALE) {
			ModelAndView page = page(ward, present, SettingsForm.of(present.own()), Map.of());
			page.addObject("stale", this.messages.message(ex)).setStatus(status);
			return page;
		}
		ex.fields()
			.forEach((one) -> errors.putIfAbsent(fieldOfForm(Objects.requireNonNullElse(one.field(), "")),
					this.messages.message(one.problem())));
		if (errors.isEmpty()) {
			errors.put("picture", this.messages.message(ex));
		}
		ModelAndView page = page(ward, present, typed, errors);
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(@Nullable Ward ward, SettingsInForce present, SettingsForm typed,
			Map<String, String> errors) {
		return new ModelAndView("settings/show").addObject("ward", ward)
			.addObject("illustrative", ward != null && ward.illustrative())
			.addObject("here", address(ward))
			.addObject("page", SettingsPage.of(present, ward != null))
			.addObject("form", typed)
			.addObject("errors", errors)
			.addObject("accepted", Logo.accepted());
	}

	private @Nullable Ward administered(@Nullable String code, Actor actor) {
		Ward ward = (code != null) ? this.wards.require(code) : null;
		this.settings.refuseOthers(code(ward), actor);
		return ward;
	}

	private static @Nullable WardCode code(@Nullable Ward ward) {
		return (ward != null) ? ward.code() : null;
	}

	private static String address(@Nullable Ward ward) {
		return (ward != null) ? "/wards/" + ward.code() + "/settings" : "/settings";
	}

	/** "signatories[0].function" is the form's "signatory1". */
	private static String fieldOfForm(String field) {
		if (field.startsWith("signatories[")) {
			char place = (char) (field.charAt("signatories[".length()) + 1);
			return (field.endsWith("function") ? "signatory" : "name") + place;
		}
		return field.equals("signatories") ? "signatory1" : field;
	}

	/** A form sends an empty part where no file was chosen. */
	private static SettingsService.@Nullable Picture picture(@Nullable MultipartFile sent) throws IOException {
		String name = (sent != null) ? sent.getOriginalFilename() : null;
		return (sent != null && name != null && !name.isBlank()) ? new SettingsService.Picture(name, sent.getBytes())
				: null;
	}

}
