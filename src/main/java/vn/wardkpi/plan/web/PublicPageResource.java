package vn.wardkpi.plan.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Whether a plan is shown to people without an account.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/public-page")
class PublicPageResource {

	private final PublicPages pages;

	PublicPageResource(PublicPages pages) {
		this.pages = pages;
	}

	@GetMapping
	PublicPageView show(@PathVariable long id, Actor actor) {
		String ward = this.pages.administered(id, actor).wardCode().value();
		return new PublicPageView(id, this.pages.isOn(id), "/public/wards/" + ward);
	}

	@PutMapping
	PublicPageView turn(@PathVariable long id, @RequestBody PublicPageBody body, Actor actor) {
		this.pages.administered(id, actor);
		if (body.on() == null) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("on", Problem.error("required"))));
		}
		this.pages.turn(id, body.on(), actor);
		return show(id, actor);
	}

	record PublicPageBody(@Nullable Boolean on) {
	}

	/**
	 * @param address of the page, whether it is on or not
	 */
	record PublicPageView(long planId, boolean on, String address) {
	}

}
