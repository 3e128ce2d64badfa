package vn.wardkpi.audit.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.audit.AuditHit;
import vn.wardkpi.audit.AuditProtection;
import vn.wardkpi.audit.AuditQuery;
import vn.wardkpi.audit.AuditSearch;
import vn.wardkpi.audit.AuditSearch.ChainHead;
import vn.wardkpi.audit.AuditVerifier;
import vn.wardkpi.audit.AuditVerifier.Place;
import vn.wardkpi.audit.AuditWords;
import vn.wardkpi.audit.ChainReport;
import vn.wardkpi.audit.ReadableChange;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * Administrators search the record of changes, take it along as a file, and have its
 * chains verified.
 */
@Controller
@RequestMapping("/audit")
class AuditController {

	private static final int ROWS = 50;

	/** A province's wards on one page. */
	private static final int CHAINS = 200;

	private final AuditSearch search;

	private final AuditVerifier verifier;

	private final AuditProtection protection;

	private final AuditWords words;

	private final Clock clock;

	AuditController(AuditSearch search, AuditVerifier verifier, AuditProtection protection, AuditWords words,
			Clock clock) {
		this.search = search;
		this.verifier = verifier;
		this.protection = protection;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String list(@ModelAttribute("filter") AuditFilter filter, BindingResult errors, Actor actor, Locale locale,
			Model model, HttpServletResponse response) {
		AuditQuery query = filter.toQuery(errors);
		List<AuditHit> found = List.of();
		if (errors.hasErrors()) {
			AuditSearch.scope(actor);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		else {
			found = this.search.find(query, ROWS + 1, actor);
		}
		boolean more = found.size() > ROWS;
		List<AuditHit> shown = more ? found.subList(0, ROWS) : found;
		model.addAttribute("rows", shown.stream().map((hit) -> new Row(hit, this.words.read(hit, locale))).toList());
		model.addAttribute("older", more ? filter.address("/audit", shown.get(ROWS - 1).entry().id()) : null);
		model.addAttribute("newest", StringUtils.hasText(filter.before()) ? filter.address("/audit", null) : null);
		model.addAttribute("export", filter.address("/audit/export", null));
		model.addAttribute("plans", this.search.plans(actor));
		model.addAttribute("subjects", subjects(locale));
		model.addAttribute("actions", actions(locale));
		model.addAttribute("enforced", this.protection.isEnforcedByRole());
		return "audit/list";
	}

	/**
	 * Everything that the search finds, a portion at a time.
	 */
	@GetMapping("/export")
	void export(@ModelAttribute("filter") AuditFilter filter, BindingResult errors, Actor actor, Locale locale,
			HttpServletResponse response) throws IOException {
		AuditSearch.scope(actor);
		AuditQuery query = filter.toQuery(errors);
		if (errors.hasErrors()) {
			response.sendRedirect(filter.address("/audit", null));
			return;
		}
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename("nhat-ky-" + LocalDate.now(this.clock) + ".csv")
					.build()
					.toString());
		AuditCsv csv = new AuditCsv(response.getWriter(), this.words, locale, this.clock.getZone());
		this.search.forEach(query, actor, csv::write);
		csv.finish();
	}

	/**
	 * @param verify code of the chain to verify, or "all"
	 * @param head a hash that was written down, to be looked for
	 * @param ward code or part of the name, where there are many chains
	 */
	@GetMapping("/chains")
	String chains(@RequestParam(required = false) @Nullable String verify,
			@RequestParam(required = false) @Nullable String head,
			@RequestParam(required = false) @Nullable String ward, Actor actor, Model model) {
		Set<String> own = AuditSearch.scope(actor);
		Map<String, ChainReport> byChain = new TreeMap<>();
		if (StringUtils.hasText(verify)) {
			String chain = verify.equals("all") ? null : verify.strip();
			if (actor.ward() != null) {
				chain = actor.ward().value();
			}
			Instant start = this.clock.instant();
			List<ChainReport> reports = this.verifier.verify(chain)
				.stream()
				.filter((report) -> own == null || own.contains(report.chain()))
				.toList();
			reports.forEach((report) -> byChain.put(report.chain(), report));
			model.addAttribute("verified", Verified.of(reports, Duration.between(start, this.clock.instant())));
		}
		if (StringUtils.hasText(head)) {
			Optional<Place> place = this.verifier.find(head)
				.filter((found) -> own == null || own.contains(found.chain()));
			model.addAttribute("head", head.strip());
			model.addAttribute("place", place.orElse(null));
		}
		List<ChainHead> heads = this.search.heads(StringUtils.hasText(ward) ? ward.strip() : null, CHAINS + 1, actor);
		model.addAttribute("ward", ward);
		model.addAttribute("many", heads.size() > CHAINS || StringUtils.hasText(ward));
		model.addAttribute("heads",
				heads.stream()
					.limit(CHAINS)
					.map((one) -> new HeadRow(one, BigDecimal.valueOf(one.entries()), byChain.get(one.chain())))
					.toList());
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("enforced", this.protection.isEnforcedByRole());
		return "audit/chains";
	}

	private Map<String, String> subjects(Locale locale) {
		Map<String, String> all = new LinkedHashMap<>();
		for (Subject subject : Subject.values()) {
			all.put(subject.name(), this.words.subject(subject, locale));
		}
		return all;
	}

	private Map<String, String> actions(Locale locale) {
		Map<String, String> all = new LinkedHashMap<>();
		for (Action action : Action.values()) {
			all.put(action.name(), this.words.action(action.name(), locale));
		}
		return all;
	}

	/**
	 * A change, with what is known of it beside its words.
	 */
	record Row(AuditHit hit, ReadableChange change) {
	}

	/**
	 * The end of a chain.
	 *
	 * @param report of its verification, if it was just verified
	 */
	record HeadRow(ChainHead head, BigDecimal entries, @Nullable ChainReport report) {
	}

	/**
	 * What a verification found.
	 *
	 * @param seconds how long it took
	 */
	record Verified(int chains, BigDecimal entries, List<ChainReport> broken, BigDecimal seconds) {

		public static Verified of(List<ChainReport> reports, Duration taken) {
			return new Verified(reports.size(),
					BigDecimal.valueOf(reports.stream().mapToLong(ChainReport::entries).sum()),
					reports.stream().filter((report) -> !report.isIntact()).toList(),
					BigDecimal.valueOf(taken.toMillis(), 3));
		}

	}

}
