package vn.wardkpi.submission.web.api;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.review.CommentTemplates;
import vn.wardkpi.submission.review.CommentTemplates.CommentTemplate;
import vn.wardkpi.ward.Wards;

/**
 * Templates of comments of a ward, and those for all wards.
 */
@RestController
@RequestMapping("/api/v1")
class TemplateResource {

	private final CommentTemplates templates;

	private final Wards wards;

	TemplateResource(CommentTemplates templates, Wards wards) {
		this.templates = templates;
		this.wards = wards;
	}

	@GetMapping("/wards/{code}/comment-templates")
	@Operation(description = "The ward's own, then those for all wards; used says which its reviewers are offered.")
	List<TemplateView> ofWard(@PathVariable String code, Actor actor) {
		return all(ward(code), actor);
	}

	@PostMapping("/wards/{code}/comment-templates")
	@ResponseStatus(HttpStatus.CREATED)
	TemplateView add(@PathVariable String code, @RequestBody TemplateBody body, Actor actor) {
		WardCode ward = ward(code);
		return one(ward, this.templates.add(ward, body.text(), actor), actor);
	}

	@PatchMapping("/wards/{code}/comment-templates/{template}")
	@Operation(description = """
			Changes the text of one of the ward's own, or says with used whether the ward uses one for all wards.""")
	TemplateView change(@PathVariable String code, @PathVariable long template, @RequestBody TemplateBody body,
			Actor actor) {
		WardCode ward = ward(code);
		if (body.used() != null) {
			this.templates.use(ward, template, body.used(), actor);
		}
		if (body.used() == null || body.text() != null) {
			this.templates.change(ward, template, body.written(), actor);
		}
		return one(ward, template, actor);
	}

	@DeleteMapping("/wards/{code}/comment-templates/{template}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String code, @PathVariable long template, Actor actor) {
		this.templates.change(ward(code), template, "", actor);
	}

	@GetMapping("/settings/comment-templates")
	List<TemplateView> common(Actor actor) {
		return all(null, actor);
	}

	@PostMapping("/settings/comment-templates")
	@ResponseStatus(HttpStatus.CREATED)
	TemplateView addCommon(@RequestBody TemplateBody body, Actor actor) {
		return one(null, this.templates.add(null, body.text(), actor), actor);
	}

	@PatchMapping("/settings/comment-templates/{template}")
	TemplateView changeCommon(@PathVariable long template, @RequestBody TemplateBody body, Actor actor) {
		this.templates.change(null, template, body.written(), actor);
		return one(null, template, actor);
	}

	@DeleteMapping("/settings/comment-templates/{template}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeCommon(@PathVariable long template, Actor actor) {
		this.templates.change(null, template, "", actor);
	}

	private WardCode ward(String code) {
		return this.wards.require(code).code();
	}

	private List<TemplateView> all(@Nullable WardCode ward, Actor actor) {
		return this.templates.keptBy(ward, actor).stream().map(TemplateView::of).toList();
	}

	private TemplateView one(@Nullable WardCode ward, long id, Actor actor) {
		return all(ward, actor).stream().filter((one) -> one.id() == id).findFirst().orElseThrow();
	}

	/**
	 * @param used only in a ward, of one for all wards
	 */
	record TemplateBody(@Nullable String text, @Nullable Boolean used) {

		/** A text of blanks, or none, is refused as such: taking away is another call. */
		String written() {
			String text = Objects.requireNonNullElse(this.text, "");
			return text.isBlank() ? " " : text;
		}

	}

	/**
	 * @param common whether it is for all wards
	 * @param used whether reviewers of the ward are offered it
	 */
	record TemplateView(long id, String text, boolean common, boolean used) {

		static TemplateView of(CommentTemplate one) {
			return new TemplateView(one.id(), one.text(), one.common(), !one.leftOut());
		}

	}

}
