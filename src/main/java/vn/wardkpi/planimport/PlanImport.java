package vn.wardkpi.planimport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.annex.AnnexReader;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.annex.WrittenRows;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.proposal.Proposer;
import vn.wardkpi.planimport.source.DocumentProperties;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.TableChoice;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Proposes the plan that an office's file states, and stores it when it is accepted.
 */
@Service
public class PlanImport {

	private final Wards wards;

	private final LeadUnits leadUnits;

	private final PlanCatalog catalog;

	private final PlanLifecycle lifecycle;

	private final PlanService plans;

	private final Proposer proposer;

	PlanImport(Wards wards, LeadUnits leadUnits, PlanCatalog catalog, PlanLifecycle lifecycle, PlanService plans,
			Proposer proposer) {
		this.wards = wards;
		this.leadUnits = leadUnits;
		this.catalog = catalog;
		this.lifecycle = lifecycle;
		this.plans = plans;
		this.proposer = proposer;
	}

	/**
	 * The ward, if this person may import a plan of it.
	 * @throws RefusedException FORBIDDEN, or NOT_FOUND if there is no such ward
	 */
	public Ward ward(WardCode code, Actor actor) {
		if (!actor.mayAdminister(code)) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", code.value());
		}
		return this.wards.require(code);
	}

	/**
	 * Reads a file without storing anything. A plan that the ward already has for these
	 * years is named in a WARNING.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND, or TOO_LARGE, UNSUPPORTED or INVALID
	 * if the file cannot be read at all
	 */
	public Proposal propose(WardCode code, byte[] content, ImportOptions options, Actor actor) {
		Ward ward = ward(code, actor);
		AnnexReader reader = new AnnexReader(options.tables(), new WrittenRows(DocumentProperties.of(content)));
		Proposal proposal = this.proposer.propose(ward, reader.read(SourceFile.read(content)), options, units(code));
		PlanSummary existing = existing(proposal.draft(), actor);
		return (existing != null) ? proposal.beside(existing) : proposal;
	}

	/**
	 * The same with the file itself beside it, for a person to compare.
	 */
	public ImportReading read(WardCode code, byte[] content, ImportOptions options, Actor actor) {
		return read(ward(code, actor), content, options, actor);
	}

	/**
	 * The same of a ward that this person may import a plan of.
	 */
	public ImportReading read(Ward ward, byte[] content, ImportOptions options, Actor actor) {
		SourceFile source = SourceFile.read(content);
		AnnexReader reader = new AnnexReader(options.tables(), new WrittenRows(DocumentProperties.of(content)));
		Proposal proposal = this.proposer.propose(ward, reader.read(source), options, units(ward.code()));
		PlanSummary existing = existing(proposal.draft(), actor);
		return new ImportReading(ward, source, TableChoice.of(options.tables().corrected(source), options.tables()),
				(existing != null) ? proposal.beside(existing) : proposal);
	}

	private Map<String, String> units(WardCode ward) {
		Map<String, String> units = new LinkedHashMap<>();
		this.leadUnits.findByWardCodeOrderById(ward).forEach((unit) -> units.put(unit.code(), unit.name()));
		return units;
	}

	private @Nullable PlanSummary existing(@Nullable PlanDraft draft, Actor actor) {
		if (draft == null) {
			return null;
		}
		return this.catalog.ofWard(draft.ward(), actor)
			.stream()
			.filter((plan) -> plan.status() != PlanStatus.WITHDRAWN && plan.fromYear() == draft.fromYear()
					&& plan.toYear() == draft.toYear())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Stores a proposal as a draft, all of it or nothing.
	 * @param file name of the annex, for the record
	 * @return the plan's id
	 * @throws RefusedException FORBIDDEN; INVALID if it has an error; CONFLICT if the
	 * ward already has a plan for these years
	 */
	public long store(Proposal proposal, @Nullable String file, Actor actor) {
		return this.lifecycle.store(storable(proposal), named(file), actor);
	}

	/**
	 * Stores a proposal that names its decision, adopted by it.
	 * @throws RefusedException as {@link #store}
	 */
	public long adopt(Proposal proposal, @Nullable String file, Actor actor) {
		return this.plans.adopt(storable(proposal), named(file), actor);
	}

	/**
	 * Puts a proposal in the place of the ward's plan for these years.
	 * @param adopts whether the decision that it names adopts it
	 * @return the plan's id
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID if it has an error; CONFLICT
	 * if the plan is of other years, closed, or has approved figures or figures of a row
	 * that would go
	 */
	public long replace(long planId, Proposal proposal, boolean adopts, @Nullable String file, Actor actor) {
		this.lifecycle.replace(planId, valid(proposal), adopts, named(file), actor);
		return planId;
	}

	private static @Nullable String named(@Nullable String file) {
		return (file != null && !file.isBlank()) ? FreeText.echo(file.strip()) : null;
	}

	private static PlanDraft storable(Proposal proposal) {
		PlanDraft draft = valid(proposal);
		PlanSummary existing = proposal.existing();
		if (existing != null) {
			throw new RefusedException(Kind.CONFLICT, "import.plan-exists", existing.title(),
					String.valueOf(existing.id()));
		}
		return draft;
	}

	private static PlanDraft valid(Proposal proposal) {
		if (proposal.hasErrors()) {
			List<FieldProblem> errors = proposal.problems()
				.stream()
				.filter(ImportProblem::isError)
				.map((error) -> new FieldProblem(error.place().cell(), error.problem()))
				.toList();
			throw new RefusedException(Kind.INVALID, "import.errors", List.of(String.valueOf(errors.size())), errors);
		}
		return Objects.requireNonNull(proposal.draft());
	}

}
