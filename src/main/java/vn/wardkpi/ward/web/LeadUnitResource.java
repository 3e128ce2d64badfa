package vn.wardkpi.ward.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCatalog;
import vn.wardkpi.ward.LeadUnitChanges;
import vn.wardkpi.ward.LeadUnitHistory;
import vn.wardkpi.ward.Wards;

/**
 * A ward's lead units over time.
 */
@RestController
@RequestMapping("/api/v1/wards/{code}/lead-units")
@Transactional
class LeadUnitResource {

	private final Wards wards;

	private final LeadUnitCatalog catalog;

	private final LeadUnitChanges changes;

	LeadUnitResource(Wards wards, LeadUnitCatalog catalog, LeadUnitChanges changes) {
		this.wards = wards;
		this.catalog = catalog;
		this.changes = changes;
	}

	/**
	 * Every unit that there ever was, those that are gone last.
	 */
	@GetMapping
	List<LeadUnitHistory> all(@PathVariable String code, Actor actor) {
		return this.catalog.of(readable(code, actor));
	}

	@GetMapping("/{unit}")
	LeadUnitHistory one(@PathVariable String code, @PathVariable String unit, Actor actor) {
		return this.catalog.require(readable(code, actor), unit);
	}

	/**
	 * 201; without a code it gets one made of its name.
	 */
	@PostMapping
	ResponseEntity<LeadUnitHistory> create(@PathVariable String code, @RequestBody NewLeadUnit body, Actor actor) {
		WardCode ward = ward(code);
		String created = this.changes.create(ward, body.code(), body.name(), body.from(), actor);
		return ResponseEntity.created(URI.create("/api/v1/wards/" + code + "/lead-units/" + created))
			.body(this.catalog.require(ward, created));
	}

	/**
	 * Another name from a day on; or an end, for a unit that answers for nothing; or
	 * {@code open: true}, which takes the end back.
	 */
	@PatchMapping("/{unit}")
	LeadUnitHistory change(@PathVariable String code, @PathVariable String unit, @RequestBody LeadUnitChange body,
			Actor actor) {
		WardCode ward = ward(code);
		if (Boolean.TRUE.equals(body.open())) {
			this.changes.reopen(ward, unit, actor);
		}
		if (body.name() != null || (body.endsOn() == null && body.open() == null)) {
			this.changes.rename(ward, unit, body.name(), body.from(), actor);
		}
		if (body.endsOn() != null) {
			this.changes.end(ward, unit, body.endsOn(), actor);
		}
		return this.catalog.require(ward, unit);
	}

	/**
	 * Indicators, open forms and accounts go over to another unit from a day on.
	 */
	@PostMapping("/{unit}/merge")
	LeadUnitHistory merge(@PathVariable String code, @PathVariable String unit, @RequestBody Merger body, Actor actor) {
		WardCode ward = ward(code);
		this.changes.merge(ward, unit, body.into(), body.from(), actor);
		return this.catalog.require(ward, unit);
	}

	private WardCode readable(String code, Actor actor) {
		WardCode ward = ward(code);
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "lead-unit.see");
		}
		return ward;
	}

	private WardCode ward(String code) {
		return this.wards.require(code).code();
	}

	record NewLeadUnit(@Nullable String code, @Nullable String name, @Nullable LocalDate from) {
	}

	record LeadUnitChange(@Nullable String name, @Nullable LocalDate from, @Nullable LocalDate endsOn,
			@Nullable Boolean open) {
	}

	record Merger(@Nullable String into, @Nullable LocalDate from) {
	}

}
