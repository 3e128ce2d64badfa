package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportMemory;
import vn.wardkpi.planimport.ImportReading;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.web.wizard.WizardPage.Remark;
import vn.wardkpi.planimport.web.wizard.WizardPage.Settings;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;

/**
 * Makes the pages of the wizard, and reads what comes back from them.
 */
@Component
class WizardPages {

	private final ImportMemory memory;

	private final LeadUnits leadUnits;

	private final WizardMessages messages;

	WizardPages(ImportMemory memory, LeadUnits leadUnits, WizardMessages messages) {
		this.memory = memory;
		this.leadUnits = leadUnits;
		this.messages = messages;
	}

	/**
	 * @param edited key of the row that is open, if one is
	 */
	WizardPage page(ImportDraft draft, ImportReading reading, @Nullable String edited) {
		Parts parts = parts(draft, reading);
		Proposal proposal = reading.proposal();
		List<Question> open = parts.questions.open(draft.answered());
		Set<RowKey> asked = open.stream()
			.map(Question::row)
			.filter(Objects::nonNull)
			.map((key) -> Objects.requireNonNull(key).whole())
			.collect(Collectors.toSet());
		List<TableView> tables = new TableViews(parts.places, parts.stated, parts.understandings, asked, this.messages)
			.draw();
		String title = (proposal.draft() != null) ? proposal.draft().title() : draft.fileName();
		return new WizardPage(title, this.messages.summary(reading, draft.options().issuer()), proposal.counted(),
				Questions.grouped(open), open.size(), (int) open.stream().filter(Question::error).count(),
				remarks(parts.places, proposal), tables, editor(draft, parts, edited), settings(parts.places),
				remembered(draft, parts.places), !proposal.inferred().isEmpty(), proposal.existing());
	}

	/** What is open, by the answers given so far. */
	List<Question> open(ImportDraft draft, ImportReading reading) {
		return parts(draft, reading).questions.open(draft.answered());
	}

	/**
	 * The draft with what was typed, chosen and clicked.
	 */
	WizardForm form(ImportDraft draft, ImportReading reading) {
		Parts parts = parts(draft, reading);
		return new WizardForm(draft, parts.places, parts.answers, parts.questions.open(draft.answered()));
	}

	Map<String, ColumnRole> remembered(ImportDraft draft) {
		return this.memory.of(draft.ward());
	}

	/** For the ward's next file. */
	void remember(ImportDraft draft, ImportReading reading) {
		this.memory.remember(draft.ward(),
				RememberedColumns.stated(new FilePlaces(reading, draft.options()), WizardForm.stated(draft)));
	}

	private Parts parts(ImportDraft draft, ImportReading reading) {
		FilePlaces places = new FilePlaces(reading, draft.options());
		TableMapping stated = WizardForm.stated(draft);
		Understandings understandings = new Understandings(places, stated, draft.options().issuer(), this.messages);
		return new Parts(places, stated, understandings,
				new AnswerFields(places, stated, understandings, this.messages),
				new Questions(places, stated, understandings, this.messages));
	}

	private @Nullable RowEditor editor(ImportDraft draft, Parts parts, @Nullable String edited) {
		RowKey key = (edited != null) ? RowKey.of(edited).orElse(null) : null;
		if (key == null || parts.places.row(key).isEmpty()) {
			return null;
		}
		List<String> units = this.leadUnits.findByWardCodeOrderById(draft.ward()).stream().map(LeadUnit::name).toList();
		return RowEditor.of(key, parts.places, parts.understandings, parts.answers, units, this.messages);
	}

	private List<Remark> remarks(FilePlaces places, Proposal proposal) {
		return proposal.problems()
			.stream()
			.filter((problem) -> problem.problem().severity() == Severity.INFO
					|| problem.problem().code().equals("plan-exists"))
			.map((problem) -> remark(places, problem))
			.toList();
	}

	private Remark remark(FilePlaces places, ImportProblem problem) {
		List<String> where = new ArrayList<>();
		if (problem.place().cell() != null) {
			where.add(this.messages.text("planimport.at-cell", Objects.requireNonNull(problem.place().cell())));
		}
		else if (problem.place().row() != null) {
			where.add(this.messages.text("planimport.at-line", String.valueOf(problem.place().row())));
		}
		return new Remark(String.join(" ", where), this.messages.message(problem.problem()),
				places.key(problem.place()).map((key) -> key.whole().toString()).orElse(null));
	}

	private Settings settings(FilePlaces places) {
		ImportOptions options = places.options();
		Issuer issuer = Objects.requireNonNullElse(options.issuer(), Issuer.WARD_COUNCIL);
		String number = Objects.requireNonNullElse(options.decisionNumber(), "");
		String date = PlanFields.day(options.decisionDate());
		return new Settings(this.messages.facts(places.reading(), issuer, number, date),
				PlanFields.title(options, places.reading().proposal()), YearChoices.from(places, this.messages),
				YearChoices.to(places, this.messages), List.of(Issuer.values()), issuer, number, date,
				(number.isEmpty() && date.isEmpty()) ? named(places) : null);
	}

	private Question.@Nullable Option named(FilePlaces places) {
		List<String> above = places.reading()
			.tables()
			.chosen()
			.stream()
			.flatMap((block) -> block.above().stream())
			.toList();
		return NamedDecision.in(above).map((decision) -> {
			String day = PlanFields.day(decision.date());
			return new Question.Option("decisionNumber=" + decision.number() + "\ndecisionDate=" + day,
					this.messages.text("planimport.settings.take", decision.number(), day));
		}).orElse(null);
	}

	private List<String> remembered(ImportDraft draft, FilePlaces places) {
		List<String> columns = new ArrayList<>();
		RememberedColumns.found(places, this.memory.of(draft.ward()))
			.forEach((block,
					found) -> found.forEach((place,
							role) -> columns.add(this.messages.text("planimport.remembered.column",
									block.requireHeading().columns().get(place - 1).title(),
									this.messages.label(ColumnChoice.of(role.part(), role.year(), role.lastYear()),
											places.reading().ward())))));
		return columns;
	}

	private record Parts(FilePlaces places, TableMapping stated, Understandings understandings, AnswerFields answers,
			Questions questions) {
	}

}
