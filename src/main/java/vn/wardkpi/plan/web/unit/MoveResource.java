package vn.wardkpi.plan.web.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.unit.IndicatorMove;
import vn.wardkpi.plan.unit.IndicatorMoves;
import vn.wardkpi.plan.unit.MovableRow;
import vn.wardkpi.plan.unit.MovableRows;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCatalog;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.SeenVersion;

/**
 * What a lead unit answers for, and how single indicators of it go over to another unit.
 */
@RestController
@RequestMapping("/api/v1/wards/{code}/lead-units/{unit}")
class MoveResource {

	private final Wards wards;

	private final LeadUnitCatalog units;

	private final MovableRows movable;

	private final IndicatorMoves moves;

	MoveResource(Wards wards, LeadUnitCatalog units, MovableRows movable, IndicatorMoves moves) {
		this.wards = wards;
		this.units = units;
		this.movable = movable;
		this.moves = moves;
	}

	/**
	 * The indicators of adopted plans that name the unit, or have it of the row above
	 * them.
	 */
	@GetMapping("/indicators")
	ResponseEntity<List<MovableRow>> indicators(@PathVariable String code, @PathVariable String unit, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		ResponseEntity<List<MovableRow>> rows = answer(ward, unit, actor);
		this.units.require(ward, unit);
		return rows;
	}

	/**
	 * Gives the unit's place at indicators to another unit from a day on: at once, or
	 * when the day comes. Answers what the unit has then. Needs If-Match with the ETag of
	 * the unit's indicators; without it the answer is 428, with another's 412.
	 */
	@PostMapping("/move")
	ResponseEntity<List<MovableRow>> move(@PathVariable String code, @PathVariable String unit,
			@RequestBody MoveBody body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		MovableRows.refuseOthers(ward, actor);
		this.moves.move(ward, unit, body.toMove(), seen(ifMatch), actor);
		return answer(ward, unit, actor);
	}

	/**
	 * Takes a move of a day to come back; 409 if none is on record. Needs If-Match, as a
	 * move does.
	 */
	@DeleteMapping("/move")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable String code, @PathVariable String unit, @RequestParam long planId,
			@RequestParam String no,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		MovableRows.refuseOthers(ward, actor);
		this.moves.takeBack(ward, unit, new IndicatorMove.Row(planId, no), seen(ifMatch), actor);
	}

	private static String seen(@Nullable String ifMatch) {
		return SeenVersion.requireText(ifMatch, "lead-unit.move-version-required");
	}

	private ResponseEntity<List<MovableRow>> answer(WardCode ward, String unit, Actor actor) {
		List<MovableRow> rows = this.movable.of(ward, unit, actor);
		return ResponseEntity.ok().eTag("\"" + MovableRows.version(rows) + "\"").body(rows);
	}

	/**
	 * @param into code of the unit that has its place from then on
	 * @param from the first day on which it does
	 */
	record MoveBody(@Nullable String into, @Nullable LocalDate from, @Nullable List<RowBody> indicators) {

		IndicatorMove toMove() {
			return new IndicatorMove((this.indicators != null)
					? this.indicators.stream().filter(Objects::nonNull).map(RowBody::toRow).toList() : List.of(),
					this.into, this.from);
		}

	}

	record RowBody(long planId, @Nullable String no) {

		IndicatorMove.Row toRow() {
			return new IndicatorMove.Row(this.planId, (this.no != null) ? this.no : "");
		}

	}

}
