package vn.wardkpi.settings.web;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.settings.Logo;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * The frame of a ward's reports, to be printed or copied: head, recipients and
 * signatures, with number and day left open.
 */
@Controller
class ReportFrameController {

	private static final String FOR_PICTURES = "default-src 'none'; frame-ancestors 'none'; sandbox";

	private final SettingsService settings;

	private final Wards wards;

	private final Clock clock;

	ReportFrameController(SettingsService settings, Wards wards, Clock clock) {
		this.settings = settings;
		this.wards = wards;
		this.clock = clock;
	}

	@GetMapping("/wards/{code}/report-frame")
	ModelAndView frame(@PathVariable String code, Actor actor) {
		Ward ward = readable(code, actor);
		SettingsInForce settings = this.settings.of(ward.code());
		return new ModelAndView("settings/report-frame").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("year", LocalDate.now(this.clock).getYear())
			.addObject("place", placeOf(ward))
			.addObject("logo", settings.logo())
			.addObject("signatories", settings.signatories())
			.addObject("recipients", settings.recipients())
			.addObject("mayChange", actor.mayAdminister(ward.code()));
	}

	/**
	 * The picture at the head of the ward's reports.
	 */
	@GetMapping("/wards/{code}/logo")
	ResponseEntity<byte[]> logo(@PathVariable String code, Actor actor) {
		Ward ward = readable(code, actor);
		Logo logo = this.settings.logo(ward.code())
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "settings.no-logo"));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag("\"" + logo.sha256() + "\"")
			.header("Content-Security-Policy", FOR_PICTURES)
			.contentType(MediaType.parseMediaType(logo.mediaType()))
			.body(logo.content());
	}

	private Ward readable(String code, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.maySeeDrafts(ward.code())) {
			throw new RefusedException(Kind.FORBIDDEN, "settings.read");
		}
		return ward;
	}

	/** "Từ Liêm" of "Phường Từ Liêm". */
	private static String placeOf(Ward ward) {
		return ward.name().replaceFirst("^(Phường|Xã|Đặc khu|Quận|Huyện) ", "");
	}

}
