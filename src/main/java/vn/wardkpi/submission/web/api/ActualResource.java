package vn.wardkpi.submission.web.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.jdk.StringDeserializer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.actual.ActualDetails;
import vn.wardkpi.actual.ActualKey;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.web.SubmissionWords;

@RestController
@RequestMapping("/api/v1/plans/{id}/indicators/{no}/actuals/{year}/{period}")
class ActualResource {

	private static final Set<String> ONLY_ANSWERED = Set.of("no", "year", "period", "status", "enteredBy", "enteredAt",
			"problems");

	/** The version, as {@code ETag} wrote it. */
	private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

	private static final int NO_VERSION = -1;

	private final EntryService figures;

	private final SubmissionWords words;

	ActualResource(EntryService figures, SubmissionWords words) {
		this.figures = figures;
		this.words = words;
	}

	@GetMapping
	ResponseEntity<ActualView> read(ActualKey key, Actor actor, Locale locale) {
		ActualDetails figure = this.figures.find(key.planId(), key.no(), key.year(), key.period(), actor);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (figure.version() != null) {
			answer.eTag(tag(figure.version()));
		}
		return answer.body(view(key.no(), figure, locale));
	}

	@PutMapping
	@Operation(
			description = """
					Stores a figure: value, or numerator and denominator, or achieved; or, where there is none on purpose, \
					noDataReason alone. What is not given is empty afterwards. The first figure is answered 201; each later one \
					needs If-Match with the ETag of the figure it replaces. Without it the answer is 428, with another's 412; \
					both carry the figure as it is stored now (current) and its ETag (etag), so that one of the two can be \
					chosen. The same figure put again under its own ETag changes nothing.""")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActualView.class)))
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ActualView.class)))
	ResponseEntity<?> enter(ActualKey key, @RequestBody FigureBody body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor,
			Locale locale) {
		EntryService.Answer answer = this.figures.enter(key.planId(), key.no(), key.year(), key.period(), body.input(),
				seen(ifMatch), actor);
		String tag = tag(answer.figure().version());
		ActualView view = view(key.no(), answer.figure(), locale);
		return switch (answer.outcome()) {
			case CREATED -> ResponseEntity.created(URI.create("/api/v1/plans/%d/indicators/%s/actuals/%d/%s"
				.formatted(key.planId(), key.no(), key.year(), key.period()))).eTag(tag).body(view);
			case CHANGED, UNCHANGED -> ResponseEntity.ok().eTag(tag).body(view);
			case STALE -> superseded(Kind.STALE, "stale", view, tag, author(answer.figure(), actor, locale), locale);
			case VERSION_REQUIRED -> superseded(Kind.VERSION_REQUIRED, "version-required", view, tag,
					author(answer.figure(), actor, locale), locale);
		};
	}

	/**
	 * Says what is stored, so that the caller can choose between the two.
	 */
	private ResponseEntity<ProblemDetail> superseded(Kind kind, String code, ActualView current, String tag,
			String author, Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatus(kind.status());
		problem.setTitle(this.words.text("webui.error." + kind.status() + ".title", List.of(), locale));
		problem.setDetail(this.words.text("refused.actual." + code, List.of(author), locale));
		problem.setProperty("current", current);
		problem.setProperty("etag", tag);
		return ResponseEntity.status(kind.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/** As a sentence calls whoever entered what is stored. */
	private String author(ActualDetails figure, Actor actor, Locale locale) {
		return figure.enteredBy().equals(actor.username())
				? this.words.text("submission.yourself.within", List.of(), locale) : figure.enteredByName();
	}

	private static @Nullable Integer seen(@Nullable String ifMatch) {
		if (ifMatch == null) {
			return null;
		}
		Matcher matcher = TAG.matcher(ifMatch.strip());
		return matcher.matches() ? Integer.valueOf(matcher.group(1)) : Integer.valueOf(NO_VERSION);
	}

	private static String tag(@Nullable Integer version) {
		return "\"" + version + "\"";
	}

	/** By the number with which it was asked for. */
	private ActualView view(String no, ActualDetails figure, Locale locale) {
		ActualEntry entry = figure.entry();
		ExplanationView explanation = (entry.cause() != null || entry.remedy() != null)
				? new ExplanationView(entry.cause(), entry.remedy()) : null;
		List<ProblemView> problems = figure.problems().stream().map((field) -> problem(no, field, locale)).toList();
		return new ActualView(no, figure.year(), entry.figure().period(), figure.value(), entry.figure().numerator(),
				entry.figure().denominator(), entry.figure().achieved(), entry.note(), explanation,
				entry.noDataReason(), figure.status(), figure.enteredBy(), figure.enteredAt(), problems);
	}

	private ProblemView problem(String no, FieldProblem field, Locale locale) {
		Problem problem = field.problem();
		return new ProblemView(problem.severity(), problem.code(), this.words.of(problem, locale), no, field.field());
	}

	/**
	 * A number or a Vietnamese text.
	 */
	static class CellReader extends ValueDeserializer<ActualInput.Cell> {

		@Override
		public ActualInput.@Nullable Cell deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken() == JsonToken.VALUE_STRING) {
				return ActualInput.Cell.typed(parser.getString());
			}
			if (parser.currentToken().isNumeric()) {
				return ActualInput.Cell.of(parser.getDecimalValue());
			}
			return (ActualInput.Cell) context.handleUnexpectedToken(ActualInput.Cell.class, parser);
		}

	}

	/**
	 * true, false, or the verdict's name.
	 */
	static class WordReader extends ValueDeserializer<Verdict> {

		@Override
		public @Nullable Verdict deserialize(JsonParser parser, DeserializationContext context) {
			return switch (parser.currentToken()) {
				case VALUE_TRUE -> Verdict.MET;
				case VALUE_FALSE -> Verdict.NOT_MET;
				case VALUE_STRING -> word(parser.getString(), context);
				default -> (Verdict) context.handleUnexpectedToken(Verdict.class, parser);
			};
		}

		private static @Nullable Verdict word(String text, DeserializationContext context) {
			return switch (text) {
				case "MET" -> Verdict.MET;
				case "EXCEEDED" -> Verdict.EXCEEDED;
				case "NOT_MET" -> Verdict.NOT_MET;
				default -> (Verdict) context.handleWeirdStringValue(Verdict.class, text, "MET, EXCEEDED or NOT_MET");
			};
		}

	}

	/**
	 * Words copied from elsewhere may carry NULs that nobody sees: those are left out.
	 */
	static class WordsReader extends StringDeserializer {

		@Override
		public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
			String text = super.deserialize(parser, context);
			String words = (text != null) ? text.replace("\0", "") : "";
			if (!FreeText.isStorable(words)) {
				throw context.weirdStringException(words, String.class, "holds half of a character");
			}
			return words;
		}

	}

	/**
	 * @param unknown what the call does not know: refused, but for what an answer carries
	 * besides, so that an answer can be changed and put back
	 */
	record FigureBody(@Schema(types = {
			"number", "string", "null" }) @JsonDeserialize(using = CellReader.class) ActualInput.@Nullable Cell value,
			@Schema(types = { "number", "string", "null" }) @JsonDeserialize(
					using = CellReader.class) ActualInput.@Nullable Cell numerator,
			@Schema(types = { "number", "string", "null" }) @JsonDeserialize(
					using = CellReader.class) ActualInput.@Nullable Cell denominator,
			@Schema(types = { "boolean", "string", "null" }) @JsonDeserialize(
					using = WordReader.class) @Nullable Verdict achieved,
			@JsonDeserialize(using = WordsReader.class) @Nullable String note, @Nullable ExplanationView explanation,
			@Schema(description = "why there is no figure, on purpose; not beside one") @JsonDeserialize(
					using = WordsReader.class) @Nullable String noDataReason,
			@Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown){

		ActualInput input() {
			Set<String> strange = new TreeSet<>((this.unknown != null) ? this.unknown.keySet() : Set.of());
			strange.removeAll(ONLY_ANSWERED);
			if (!strange.isEmpty()) {
				throw new RefusedException(Kind.MALFORMED, "body.unknown", String.join(", ", strange));
			}
			boolean empty = this.value == null && this.numerator == null && this.denominator == null
					&& this.achieved == null;
			boolean reasoned = this.noDataReason != null && !this.noDataReason.isBlank();
			if (empty && !reasoned) {
				throw new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("value", Problem.error("figure-missing"))));
			}
			if (!empty && reasoned) {
				throw new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("noDataReason", Problem.error("reason-beside-figure"))));
			}
			ExplanationView said = (this.explanation != null) ? this.explanation : new ExplanationView(null, null);
			return new ActualInput(this.value, this.numerator, this.denominator, this.achieved, this.note, said.cause(),
					said.remedy(), this.noDataReason);
		}

	}

	record ExplanationView(@JsonDeserialize(using = WordsReader.class) @Nullable String cause,
			@JsonDeserialize(using = WordsReader.class) @Nullable String remedy) {
	}

	record ActualView(String no, int year, ReportingPeriod period, @Nullable BigDecimal value,
			@Nullable BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable Verdict achieved,
			@Nullable String note, @Nullable ExplanationView explanation, @Nullable String noDataReason,
			SubmissionStatus status, String enteredBy, Instant enteredAt, List<ProblemView> problems) {
	}

	record ProblemView(Problem.Severity severity, String code, String message, String no, @Nullable String field) {
	}

}
