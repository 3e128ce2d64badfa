package vn.wardkpi.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.report.SentenceExamples;
import vn.wardkpi.report.sentence.SentenceInForce;
import vn.wardkpi.report.sentence.Sentences;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The pages on which a ward writes the sentences of its reports.
 */
@Controller
@RequestMapping("/wards/{code}/report-sentences")
class SentenceController {

	private final Sentences sentences;

	private final SentenceExamples examples;

	private final Wards wards;

	private final ProblemMessages messages;

	SentenceController(Sentences sentences, SentenceExamples examples, Wards wards, ProblemMessages messages) {
		this.sentences = sentences;
		this.examples = examples;
		this.wards = wards;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView all(@PathVariable String code, Actor actor) {
		Ward ward = this.wards.require(code);
		return new ModelAndView("report/sentences").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("groups", SentencePage.groups(this.sentences.all(ward.code(), actor)));
	}

	@GetMapping("/{key}")
	ModelAndView one(@PathVariable String code, @PathVariable String key, Actor actor) {
		Ward ward = this.wards.require(code);
		SentenceInForce sentence = this.sentences.one(ward.code(), key, actor);
		return page(ward, sentence, null, this.sentences.of(ward.code()), actor);
	}

	/**
	 * Stores the text, tries it, or goes back to the program's own.
	 */
	@PostMapping("/{key}")
	ModelAndView change(@PathVariable String code, @PathVariable String key, @ModelAttribute SentenceForm form,
			Actor actor, RedirectAttributes redirect) {
		Ward ward = this.wards.require(code);
		SentenceInForce present = this.sentences.one(ward.code(), key, actor);
		try {
			if (form.is("try")) {
				return page(ward, present, form.text(), this.sentences.trying(ward.code(), key, form.text(), actor),
						actor);
			}
			if (form.is("reset")) {
				this.sentences.reset(ward.code(), key, form.seen(), actor);
			}
			else {
				this.sentences.change(ward.code(), key, form.text(), form.seen(), actor);
			}
		}
		catch (RefusedException ex) {
			return refused(ward, key, form, ex, actor);
		}
		redirect.addFlashAttribute("flash", form.is("reset") ? "report.sentence.was-reset" : "report.sentence.saved");
		return new ModelAndView("redirect:/wards/" + ward.code() + "/report-sentences/" + key);
	}

	private ModelAndView refused(Ward ward, String key, SentenceForm form, RefusedException ex, Actor actor) {
		if (ex.kind() != Kind.INVALID && ex.kind() != Kind.STALE) {
			throw ex;
		}
		SentenceInForce present = this.sentences.one(ward.code(), key, actor);
		ModelAndView page = page(ward, present, form.text(), this.sentences.of(ward.code()), actor);
		if (ex.kind() == Kind.STALE) {
			page.addObject("stale", this.messages.message(ex)).setStatus(HttpStatus.CONFLICT);
		}
		else {
			page.addObject("errors", ex.fields().stream().map((one) -> this.messages.message(one.problem())).toList())
				.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

	private ModelAndView page(Ward ward, SentenceInForce sentence, @Nullable String typed, WardSentences among,
			Actor actor) {
		String key = sentence.sentence().key();
		return new ModelAndView("report/sentence").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("errors", List.of())
			.addObject("mayWrite", Sentences.mayWrite(ward.code(), actor))
			.addObject("page", new SentencePage(sentence, (typed != null) ? typed : sentence.text(),
					this.examples.of(ward.code(), key, among, actor).orElse(null)));
	}

	/**
	 * @param version that was seen
	 * @param act {@code try} or {@code reset}; otherwise the text is stored
	 */
	record SentenceForm(@Nullable String text, @Nullable String version, @Nullable String act) {

		boolean is(String wanted) {
			return wanted.equals(this.act);
		}

		int seen() {
			return (this.version != null && this.version.matches("\\d{1,9}")) ? Integer.parseInt(this.version) : -1;
		}

	}

}
