package vn.wardkpi.plan.web.headline;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.headline.HeadlineInput;
import vn.wardkpi.plan.headline.HeadlineRecords;
import vn.wardkpi.plan.headline.HeadlineStage;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.RecordedHeadline;
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/plans/{id}/published-headlines")
class HeadlineResource {

	private final HeadlineRecords headlines;

	private final PlanCatalog plans;

	HeadlineResource(HeadlineRecords headlines, PlanCatalog plans) {
		this.headlines = headlines;
		this.plans = plans;
	}

	/**
	 * Everything on record, the latest year first; what was corrected or taken back is
	 * marked.
	 */
	@GetMapping
	List<HeadlineAnswer> all(@PathVariable long id, Actor actor) {
		this.plans.require(id, actor);
		return this.headlines.ofPlan(id).stream().map(HeadlineAnswer::of).toList();
	}

	@GetMapping("/{headline}")
	HeadlineAnswer one(@PathVariable long id, @PathVariable long headline, Actor actor) {
		this.plans.require(id, actor);
		return HeadlineAnswer.of(this.headlines.require(id, headline));
	}

	/**
	 * 201: recorded; 409 where there is one of the same year, issuer and stage, unless a
	 * reason says that this one takes its place.
	 */
	@PostMapping
	ResponseEntity<HeadlineAnswer> record(@PathVariable long id, @RequestBody HeadlineInput body, Actor actor) {
		long stored = this.headlines.record(id, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/published-headlines/" + stored))
			.body(HeadlineAnswer.of(this.headlines.require(id, stored)));
	}

	/**
	 * The headline as it stays on record, superseded.
	 */
	@PostMapping("/{headline}/withdraw")
	HeadlineAnswer takeBack(@PathVariable long id, @PathVariable long headline, @RequestBody Withdrawal body,
			Actor actor) {
		this.headlines.takeBack(id, headline, body.reason(), actor);
		return HeadlineAnswer.of(this.headlines.require(id, headline));
	}

	record Withdrawal(@Nullable String reason) {
	}

	/**
	 * @param attained met and exceeded together
	 * @param corrects id of the one whose place it took
	 * @param superseded whether another took its place, or it was withdrawn
	 * @param withdrawn whether it says no more than that the one it names does not stand
	 * @param reason why it took that place
	 * @param recordedAt {@code null} where it was loaded with the plan
	 */
	record HeadlineAnswer(long id, int year, Issuer issuer, HeadlineStage stage, int assigned, int attained,
			@Nullable Integer exceeded, @Nullable Integer notMet, @Nullable String decision,
			@Nullable LocalDate reportedOn, @Nullable String note, String source, @Nullable String sourceUrl,
			@Nullable Long corrects, boolean superseded, boolean withdrawn, @Nullable String reason,
			@Nullable String recordedBy, @Nullable Instant recordedAt) {

		static HeadlineAnswer of(RecordedHeadline row) {
			PublishedHeadline said = row.headline();
			return new HeadlineAnswer(row.id(), said.year(), said.issuer(), HeadlineStage.valueOf(said.stage()),
					said.assigned(), said.attained(), said.exceeded(), said.notMet(), said.decision(),
					said.reportedOn(), said.note(), said.source(), said.sourceUrl(), row.supersedes(), row.superseded(),
					row.takenBack(), row.reason(), row.by(), row.at());
		}

	}

}
