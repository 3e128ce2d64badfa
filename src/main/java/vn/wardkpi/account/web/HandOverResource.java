package vn.wardkpi.account.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.handover.HandOver;
import vn.wardkpi.account.handover.HandOvers;
import vn.wardkpi.account.handover.NewHandOver;
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/users/{username}/hand-overs")
class HandOverResource {

	private final HandOvers handOvers;

	private final AccountCatalog catalog;

	HandOverResource(HandOvers handOvers, AccountCatalog catalog) {
		this.handOvers = handOvers;
		this.catalog = catalog;
	}

	/**
	 * What is, or will be, handed over by the account or to it.
	 */
	@GetMapping
	List<HandOverView> list(@PathVariable String username, Actor actor) {
		return this.handOvers.of(this.catalog.require(username, actor).username())
			.stream()
			.map(HandOverView::of)
			.toList();
	}

	/**
	 * Without {@code lastDay} it is for good.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	HandOverView start(@PathVariable String username, @RequestBody NewHandOverBody body, Actor actor) {
		return HandOverView.of(this.handOvers.start(username,
				new NewHandOver(body.to(), body.firstDay(), body.lastDay(), body.lastDay() == null), actor));
	}

	/**
	 * Ends it, or takes it back before it begins.
	 */
	@PostMapping("/{handOver}/end")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@PathVariable String username, @PathVariable long handOver, Actor actor) {
		this.handOvers.end(this.catalog.require(username, actor).username(), handOver, actor);
	}

	/**
	 * @param to username of who does the work
	 */
	record NewHandOverBody(@Nullable String to, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
	}

	/**
	 * @param lastDay {@code null} for good
	 */
	record HandOverView(long id, String from, String to, LocalDate firstDay, @Nullable LocalDate lastDay) {

		static HandOverView of(HandOver one) {
			return new HandOverView(one.id(), one.from(), one.to(), one.firstDay(), one.lastDay());
		}

	}

}
