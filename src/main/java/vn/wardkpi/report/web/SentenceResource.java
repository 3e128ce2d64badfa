package vn.wardkpi.report.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.report.SentenceExamples;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.sentence.SentenceInForce;
import vn.wardkpi.report.sentence.SentenceVersion;
import vn.wardkpi.report.sentence.Sentences;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.SeenVersion;

/**
 * The sentences of a ward's reports.
 */
@RestController
@RequestMapping("/api/v1/wards/{code}/report-sentences")
class SentenceResource {

	private final Sentences sentences;

	private final SentenceExamples examples;

	private final Wards wards;

	SentenceResource(Sentences sentences, SentenceExamples examples, Wards wards) {
		this.sentences = sentences;
		this.examples = examples;
		this.wards = wards;
	}

	@GetMapping
	List<SentenceView> all(@PathVariable String code, Actor actor) {
		return this.sentences.all(ward(code), actor).stream().map(SentenceView::of).toList();
	}

	@GetMapping("/{key}")
	ResponseEntity<SentenceWithHistory> one(@PathVariable String code, @PathVariable String key, Actor actor) {
		return answer(this.sentences.one(ward(code), key, actor));
	}

	@PutMapping("/{key}")
	@Operation(description = """
			Writes a sentence in the ward's own words. Every place of the program's sentence stays in it, in braces; \
			numbers do not. Needs If-Match with the ETag of the sentence; without it the answer is 428, with \
			another's 412.""")
	ResponseEntity<SentenceWithHistory> change(@PathVariable String code, @PathVariable String key,
			@RequestBody SentenceText body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		WardCode ward = ward(code);
		Sentences.refuseOthers(ward, actor);
		return answer(this.sentences.change(ward, key, body.text(), seen(ifMatch), actor));
	}

	@DeleteMapping("/{key}")
	@Operation(description = "Goes back to the program's own sentence. Needs If-Match, as a change does.")
	ResponseEntity<SentenceWithHistory> reset(@PathVariable String code, @PathVariable String key,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		WardCode ward = ward(code);
		Sentences.refuseOthers(ward, actor);
		return answer(this.sentences.reset(ward, key, seen(ifMatch), actor));
	}

	@PostMapping("/{key}/preview")
	@Operation(description = "What a sentence would read like with the ward's figures. Stores nothing.")
	PreviewView preview(@PathVariable String code, @PathVariable String key, @RequestBody SentenceText body,
			Actor actor) {
		WardCode ward = ward(code);
		return this.examples.of(ward, key, this.sentences.trying(ward, key, body.text(), actor), actor)
			.map((said) -> new PreviewView(said.plan().id(), said.year(), said.kind(), said.texts()))
			.orElseGet(() -> new PreviewView(null, null, null, List.of()));
	}

	private WardCode ward(String code) {
		return this.wards.require(code).code();
	}

	private static int seen(@Nullable String ifMatch) {
		return SeenVersion.require(ifMatch, "report.sentence.version-required");
	}

	private static ResponseEntity<SentenceWithHistory> answer(SentenceInForce sentence) {
		return ResponseEntity.ok().eTag(SeenVersion.tag(sentence.version())).body(SentenceWithHistory.of(sentence));
	}

	record SentenceText(@Nullable String text) {
	}

	/**
	 * @param group what it speaks of
	 * @param text as it stands in reports, its places in braces
	 * @param defaultText the program's own
	 * @param changed whether the ward wrote it itself
	 * @param version 0 where it was never changed
	 * @param places what can stand in it
	 * @param needed what may not be left out
	 */
	record SentenceView(String key, String group, String text, String defaultText, boolean changed, int version,
			List<String> places, List<String> needed) {

		static SentenceView of(SentenceInForce one) {
			return new SentenceView(one.sentence().key(), one.sentence().group(), one.text(), one.sentence().own(),
					one.changed(), one.version(), one.sentence().places(),
					one.sentence().places().stream().filter(one.sentence().needed()::contains).toList());
		}

	}

	/**
	 * As in the list, with what it was before.
	 *
	 * @param history the newest first
	 */
	record SentenceWithHistory(String key, String group, String text, String defaultText, boolean changed, int version,
			List<String> places, List<String> needed, List<VersionView> history) {

		static SentenceWithHistory of(SentenceInForce one) {
			SentenceView view = SentenceView.of(one);
			return new SentenceWithHistory(view.key(), view.group(), view.text(), view.defaultText(), view.changed(),
					view.version(), view.places(), view.needed(), one.history().stream().map(VersionView::of).toList());
		}

	}

	/**
	 * @param text {@code null} where it went back to the program's own
	 */
	record VersionView(int version, @Nullable String text, String changedBy, Instant changedAt) {

		static VersionView of(SentenceVersion one) {
			return new VersionView(one.version(), one.text(), one.by(), one.at());
		}

	}

	/**
	 * @param planId whose figures it was tried with; {@code null}, as year and kind,
	 * where no report has such a sentence yet
	 * @param texts what it becomes there, each once
	 */
	record PreviewView(@Nullable Long planId, @Nullable Integer year, @Nullable ReportKind kind, List<String> texts) {
	}

}
