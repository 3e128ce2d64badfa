package vn.wardkpi.planimport.web.wizard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.TypedDay;

/**
 * What is typed of the plan as a whole: its name, its years, who set its targets and by
 * which document. Only what differs from what is shown is said.
 */
final class PlanFields {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

	private final ImportOptions shown;

	private final String shownTitle;

	private final List<Problem> problems = new ArrayList<>();

	private @Nullable String title;

	private @Nullable Integer fromYear;

	private @Nullable Integer toYear;

	private @Nullable Issuer issuer;

	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionDate;

	PlanFields(ImportOptions shown, Proposal proposal) {
		this.shown = shown;
		this.shownTitle = title(shown, proposal);
		this.title = shown.title();
		this.fromYear = shown.fromYear();
		this.toYear = shown.toYear();
		this.issuer = shown.issuer();
		this.decisionNumber = shown.decisionNumber();
		this.decisionDate = shown.decisionDate();
	}

	/** What the plan will be called, as far as that is known. */
	static String title(ImportOptions options, Proposal proposal) {
		PlanDraft draft = proposal.draft();
		return (draft != null) ? draft.title() : Objects.requireNonNullElse(options.title(), "");
	}

	/** As it is shown and typed; blank where there is none. */
	static String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	/**
	 * @return whether the field is one of these
	 */
	boolean assign(String name, String value) {
		switch (name) {
			case "title" -> this.title = value.equals(this.shownTitle) ? this.title : text(value, this.title);
			case "fromYear" -> this.fromYear = year(value, this.shown.fromYear(), this.fromYear);
			case "toYear" -> this.toYear = year(value, this.shown.toYear(), this.toYear);
			case "issuer" -> this.issuer = issuer(value).orElse(this.issuer);
			case "decisionNumber" -> this.decisionNumber = text(value, this.decisionNumber);
			case "decisionDate" -> this.decisionDate = date(value);
			default -> {
				return false;
			}
		}
		return true;
	}

	private @Nullable String text(String value, @Nullable String before) {
		Problem tooLong = FreeText.NAME.problem(value).orElse(null);
		if (tooLong != null) {
			this.problems.add(tooLong);
			return before;
		}
		return value.isEmpty() ? null : value;
	}

	/** The same year can be asked for in two places; the one that was changed counts. */
	private static @Nullable Integer year(String value, @Nullable Integer shown, @Nullable Integer present) {
		boolean same = value.equals((shown != null) ? shown.toString() : "");
		return same ? present : value.isEmpty() ? null : value.matches("20\\d\\d") ? Integer.valueOf(value) : present;
	}

	private static Optional<Issuer> issuer(String value) {
		return List.of(Issuer.values()).stream().filter((one) -> one.name().equals(value)).findFirst();
	}

	private @Nullable LocalDate date(String value) {
		if (value.isEmpty()) {
			return null;
		}
		LocalDate day = TypedDay.read(value).orElse(null);
		if (day == null) {
			this.problems.add(Problem.error("import-date-wrong", FreeText.echo(value)));
			return this.decisionDate;
		}
		return day;
	}

	ImportOptions with(TableMapping mapping) {
		return new ImportOptions(this.title, this.fromYear, this.toYear, this.issuer, this.decisionNumber,
				this.decisionDate, mapping);
	}

	/** What could not be taken as it was typed. */
	List<Problem> problems() {
		return this.problems;
	}

}
