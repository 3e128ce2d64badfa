package vn.wardkpi.submission.web.review;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.review.CommentTemplates;

/**
 * The page on which a ward keeps its templates of comments, and the one of those for all
 * wards.
 */
@Controller
@RequestMapping({ "/wards/{code}/comment-templates", "/settings/comment-templates" })
class TemplateController {

	private final CommentTemplates templates;

	private final ReviewWords words;

	TemplateController(CommentTemplates templates, ReviewWords words) {
		this.templates = templates;
		this.words = words;
	}

	@GetMapping
	ModelAndView list(@PathVariable(required = false) @Nullable WardCode code, Actor actor) {
		List<CommentTemplates.CommentTemplate> kept = this.templates.keptBy(code, actor);
		return new ModelAndView("submission/templates").addObject("ward", code)
			.addObject("to", address(code))
			.addObject("templates", kept.stream().filter((one) -> one.common() == (code == null)).toList())
			.addObject("common", kept.stream().filter((one) -> one.common() && code != null).toList());
	}

	@PostMapping
	ModelAndView add(@PathVariable(required = false) @Nullable WardCode code,
			@RequestParam(required = false) @Nullable String text, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		try {
			this.templates.add(code, text, actor);
		}
		catch (RefusedException ex) {
			return refused(code, "new", text, ex, actor, locale);
		}
		return done(code, "submission.template.flash.added", redirect);
	}

	@GetMapping("/{template}")
	String again(@PathVariable(required = false) @Nullable WardCode code) {
		return "redirect:" + address(code);
	}

	@PostMapping("/{template}")
	ModelAndView change(@PathVariable(required = false) @Nullable WardCode code, @PathVariable long template,
			TemplateForm form, Actor actor, Locale locale, RedirectAttributes redirect) {
		if (code != null && form.used() != null) {
			this.templates.use(code, template, form.used(), actor);
			return done(code, form.used() ? "submission.template.flash.used" : "submission.template.flash.left-out",
					redirect);
		}
		boolean removed = Boolean.TRUE.equals(form.remove());
		try {
			this.templates.change(code, template, removed ? "" : form.written(), actor);
		}
		catch (RefusedException ex) {
			return refused(code, String.valueOf(template), form.text(), ex, actor, locale);
		}
		return done(code, removed ? "submission.template.flash.removed" : "submission.template.flash.changed",
				redirect);
	}

	private static String address(@Nullable WardCode code) {
		return (code != null) ? "/wards/" + code + "/comment-templates" : "/settings/comment-templates";
	}

	private static ModelAndView done(@Nullable WardCode code, String flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return new ModelAndView("redirect:" + address(code));
	}

	private ModelAndView refused(@Nullable WardCode code, String which, @Nullable String text, RefusedException why,
			Actor actor, Locale locale) {
		if (why.kind() != Kind.INVALID) {
			throw why;
		}
		ModelAndView page = list(code, actor).addObject("which", which)
			.addObject("text", text)
			.addObject("refusal", this.words.of(why.fields().get(0).problem(), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/**
	 * @param remove whether it is taken away
	 * @param used whether a ward uses one for all wards, where that is what shall change
	 */
	record TemplateForm(@Nullable String text, @Nullable Boolean remove, @Nullable Boolean used) {

		/** A text of blanks is none, and refused as such. */
		String written() {
			return (this.text == null || this.text.isBlank()) ? " " : this.text;
		}

	}

}
