package vn.wardkpi.evidence.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.evidence.Evidence;
import vn.wardkpi.evidence.EvidenceKey;
import vn.wardkpi.evidence.EvidenceRow;
import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A figure's files: the page, and the files for those who may see them. Works without
 * JavaScript; with it, files are sent one by one and the answer is a fragment.
 */
@Controller
@RequestMapping("/plans/{id}/indicators/{no}/evidence/{year}/{period}")
class EvidenceController {

	/** Nothing in a file may load, run or frame anything, whatever its kind. */
	private static final String FOR_FILES = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
			+ "frame-ancestors 'none'; form-action 'none'; base-uri 'none'; sandbox";

	/** A browser's own PDF viewer does not start in a sandbox; it has one of its own. */
	private static final String FOR_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
			+ "frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

	private final Evidence evidence;

	private final MessageSource messages;

	EvidenceController(Evidence evidence, MessageSource messages) {
		this.evidence = evidence;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(EvidenceKey key, Actor actor, Locale locale) {
		return page(key, new Outcome(0, List.of()), actor, locale);
	}

	/**
	 * Attaches what can be attached; each of the others says why it was not.
	 */
	@PostMapping
	ModelAndView attach(EvidenceKey key, @ModelAttribute("upload") Upload upload, Actor actor, Locale locale,
			RedirectAttributes redirect, HttpServletResponse response) throws IOException {
		List<MultipartFile> sent = upload.chosen();
		String as = upload.as();
		List<Refusal> refusals = new ArrayList<>();
		int status = HttpStatus.UNPROCESSABLE_CONTENT.value();
		int attached = 0;
		if (sent.isEmpty()) {
			this.evidence.refuseUnlessOpen(key, actor);
			refusals.add(new Refusal(null, this.messages.getMessage("evidence.choose", null, locale)));
		}
		for (MultipartFile file : sent) {
			try {
				this.evidence.refuseSize(file.getSize());
				this.evidence.attach(key, name(file), file.getBytes(), actor);
				attached++;
			}
			catch (RefusedException ex) {
				if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
					throw ex;
				}
				refusals.add(new Refusal(name(file), words(ex, locale)));
				status = (sent.size() == 1) ? ex.kind().status() : status;
			}
		}
		if (refusals.isEmpty() && as == null) {
			redirect.addFlashAttribute("flash", "evidence.attached");
			redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(attached)));
			return back(key, redirect);
		}
		if (!refusals.isEmpty()) {
			response.setStatus(status);
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		ModelAndView page = page(key, new Outcome(attached, refusals), actor, locale);
		if (as != null) {
			page.setViewName("row".equals(as) ? "evidence/list :: answer" : "evidence/show :: answer");
		}
		return page;
	}

	@PostMapping("/{file}/delete")
	ModelAndView delete(EvidenceKey key, @PathVariable long file, @RequestParam(defaultValue = "") String reason,
			Actor actor, Locale locale, RedirectAttributes redirect) {
		ModelAndView answer = change(key, () -> this.evidence.delete(key, file, reason, actor), "evidence.deleted.done",
				actor, locale, redirect);
		return (answer.getStatus() != null) ? answer.addObject("typed", Map.of(file, reason)) : answer;
	}

	@PostMapping("/{file}/restore")
	ModelAndView restore(EvidenceKey key, @PathVariable long file, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		return change(key, () -> this.evidence.restore(key, file, actor), "evidence.restored.done", actor, locale,
				redirect);
	}

	/**
	 * The file. Asked for again each time, so that who may no longer see it does not;
	 * what did not change is not sent again.
	 * @param download whether it is to be saved even if a browser could show it
	 */
	@GetMapping("/{file}")
	ResponseEntity<Resource> file(EvidenceKey key, @PathVariable long file,
			@RequestParam(required = false) boolean download, Actor actor) {
		Evidence.Opened opened = this.evidence.open(key, file, actor);
		EvidenceRow row = opened.row();
		boolean shown = row.isShown() && !download;
		ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
			.filename(row.name(), StandardCharsets.UTF_8)
			.build();
		return safely((shown && row.kind() == AcceptedKind.PDF) ? FOR_PDF : FOR_FILES, row.sha256())
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.contentType(MediaType.parseMediaType(row.kind().mediaType()))
			.body(opened.content());
	}

	@GetMapping("/{file}/thumbnail")
	ResponseEntity<byte[]> thumbnail(EvidenceKey key, @PathVariable long file, Actor actor) {
		byte[] picture = this.evidence.thumbnail(key, file, actor);
		return safely(FOR_FILES, "thumbnail-" + file).contentType(MediaType.IMAGE_JPEG).body(picture);
	}

	private static ResponseEntity.BodyBuilder safely(String policy, String tag) {
		return ResponseEntity.ok()
			.eTag("\"" + tag + "\"")
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header("Content-Security-Policy", policy)
			.header("X-Content-Type-Options", "nosniff")
			.header("Cross-Origin-Resource-Policy", "same-origin");
	}

	private ModelAndView change(EvidenceKey key, Runnable change, String flash, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		try {
			change.run();
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			Refusal refusal = new Refusal(null, words(ex, locale));
			ModelAndView page = page(key, new Outcome(0, List.of(refusal)), actor, locale);
			page.setStatus(HttpStatus.valueOf(ex.kind().status()));
			return page;
		}
		redirect.addFlashAttribute("flash", flash);
		return back(key, redirect);
	}

	private static ModelAndView back(EvidenceKey key, RedirectAttributes redirect) {
		redirect.addAttribute("id", key.planId());
		redirect.addAttribute("no", key.no());
		redirect.addAttribute("year", key.year());
		redirect.addAttribute("period", key.period().name());
		return new ModelAndView("redirect:/plans/{id}/indicators/{no}/evidence/{year}/{period}");
	}

	private ModelAndView page(EvidenceKey key, Outcome outcome, Actor actor, Locale locale) {
		Evidence.Listing listing = this.evidence.list(key, actor);
		RefusedException locked = listing.place().locked();
		return new ModelAndView("evidence/show").addObject("listing", listing)
			.addObject("place", listing.place())
			.addObject("locked", (locked != null) ? words(locked, locale) : null)
			.addObject("refusals", outcome.refusals())
			.addObject("attached", outcome.attached())
			.addObject("accepted", AcceptedKind.accepted())
			.addObject("limits", listing.limits())
			.addObject("illustrative", listing.place().illustrative());
	}

	private String words(RefusedException refused, Locale locale) {
		if (!refused.fields().isEmpty()) {
			Problem problem = refused.fields().get(0).problem();
			return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
		}
		return this.messages.getMessage("refused." + refused.code(), refused.arguments().toArray(), locale);
	}

	private static String name(MultipartFile file) {
		return Objects.requireNonNullElse(file.getOriginalFilename(), "");
	}

	/**
	 * What is sent to be attached.
	 *
	 * @param as {@code row} or {@code page}: the fragment that a script asks for
	 */
	record Upload(@Nullable List<MultipartFile> files, @Nullable String as) {

		/** A form sends an empty part where no file was chosen. */
		List<MultipartFile> chosen() {
			return (this.files != null) ? this.files.stream().filter((file) -> !name(file).isBlank()).toList()
					: List.of();
		}

	}

	private record Outcome(int attached, List<Refusal> refusals) {
	}

	/**
	 * @param name of the file that was refused; {@code null} where it is said of the
	 * whole
	 */
	record Refusal(@Nullable String name, String message) {
	}

}
