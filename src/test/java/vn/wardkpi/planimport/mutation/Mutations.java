package vn.wardkpi.planimport.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.layout.PlanText;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.shared.RefusedException;

/**
 * Tries every change on every annex and keeps count of what came out.
 */
final class Mutations {

	private static final Pattern UNIT_IN_NAME = Pattern.compile(" \\(([^()]+)\\)(?= \\[\\1])");

	private static final List<String> FILES = List.of("annexes/s01-six-months-before-estimate.xlsx",
			"annexes/s07-footer-in-first-column.xlsx", "annexes/s11-docx-superscript-note.docx",
			"annexes/s26-merged-total-over-years.xlsx", "annexes/s28-bracket-numbers.xlsx",
			"annexes/s34d-name-heading.xlsx", "annexes/s35-unit-heading-dv.xlsx",
			"annexes/s44-increase-decrease-column.xlsx", "annexes/t05-units-trieu-consistent.xlsx",
			"annexes/t07-unmarked-sections.xlsx", "annexes/t11-heading-merged-two-columns.xlsx",
			"annexes/t12-text-in-title-period.xlsx", "annexes/u04-space-groups.xlsx",
			"annexes/u15-five-years-and-until-2030.xlsx", "annexes/v01-docx-auto-number-small.docx",
			"annexes/v02-percent-fraction-mixed.xlsx", "annexes/v03-average-rate-per-year.xlsx",
			"annexes/v04-word-row-in-heading.xlsx", "plan-tu-liem.docx");

	private final Function<byte[], Proposal> propose;

	private final Map<String, AnnexGrid> annexes = new LinkedHashMap<>();

	private int same;

	private int asked;

	private final List<String> silent = new ArrayList<>();

	private final List<String> refused = new ArrayList<>();

	/** Changes of layout alone after which the plan is another or cannot be stored. */
	private final List<String> spoiled = new ArrayList<>();

	/** Each change is tried on every so many of the annexes, another one each time. */
	private final int step;

	private int next;

	Mutations(Function<byte[], Proposal> propose, int step) throws IOException {
		this.propose = propose;
		this.step = step;
		for (String file : FILES) {
			add(file, content(file));
		}
		BaseAnnexes.all().forEach((name, annex) -> add(name, BaseAnnexes.file(annex)));
	}

	private void add(String name, byte[] content) {
		Proposal proposal = this.propose.apply(content);
		SourceFile file = SourceFile.read(content);
		this.annexes.put(name, AnnexGrid.of(file.tables().get(0), proposal));
	}

	private static byte[] content(String file) throws IOException {
		try (InputStream content = Objects.requireNonNull(Mutations.class.getResourceAsStream("/domain/" + file))) {
			return content.readAllBytes();
		}
	}

	void workbooks() {
		grids("workbook", WrittenFile::workbook);
	}

	void documents() {
		grids("document", WrittenFile::document);
		writings("document", WrittenFile::document, WordChanges.all());
	}

	void texts() {
		grids("text", (grid) -> WrittenFile.delimited(grid, ';', StandardCharsets.UTF_8));
		writings("text", (grid) -> WrittenFile.delimited(grid, ';', StandardCharsets.UTF_8), TextChanges.all());
	}

	private void grids(String kind, Function<AnnexGrid, byte[]> written) {
		List<Change> changes = new ArrayList<>(HeadingChanges.all());
		changes.addAll(RowChanges.all());
		changes.addAll(CellChanges.all());
		this.annexes.forEach((name, grid) -> {
			Proposal original = this.propose.apply(written.apply(grid));
			for (Change change : changes) {
				AnnexGrid changed = grid.copy();
				if (isTurn() && change.apply().test(changed)
						&& !(kind.equals("text") && changed.merges.size() > grid.merges.size())) {
					compare(kind + " " + name + ", " + change.name(), change.harmless(), original,
							written.apply(changed));
				}
			}
		});
	}

	private void writings(String kind, Function<AnnexGrid, byte[]> plain,
			Map<String, Function<AnnexGrid, byte[]>> ways) {
		this.annexes.forEach((name, grid) -> {
			Proposal original = this.propose.apply(plain.apply(grid));
			ways.forEach((way, written) -> {
				if (isTurn()) {
					compare(kind + " " + name + ", " + way, !way.startsWith("?"), original, written.apply(grid));
				}
			});
		});
	}

	private boolean isTurn() {
		this.next++;
		return this.next % this.step == 0;
	}

	private void compare(String name, boolean harmless, Proposal original, byte[] changed) {
		try {
			Proposal proposal = this.propose.apply(changed);
			boolean equal = plan(proposal).equals(plan(original));
			boolean asks = !PlanText.askedMore(proposal, original).isEmpty();
			if (equal) {
				this.same++;
			}
			else if (asks) {
				this.asked++;
			}
			else {
				this.silent.add(name + ": " + PlanText.difference(plan(original), plan(proposal)));
			}
			if (harmless && (!equal || (proposal.hasErrors() && !original.hasErrors()))) {
				this.spoiled.add(name + ": " + PlanText.askedMore(proposal, original)
						+ PlanText.difference(plan(original), plan(proposal)));
			}
		}
		catch (RefusedException ex) {
			this.refused.add(name + ": " + ex.code());
		}
	}

	/** Names and fields as they are read, a unit behind the name or in its column. */
	private static List<String> plan(Proposal proposal) {
		return PlanText.of(proposal)
			.stream()
			.map((line) -> UNIT_IN_NAME.matcher(line).replaceFirst("").toLowerCase(Locale.ROOT))
			.toList();
	}

	int tried() {
		return this.same + this.asked + this.silent.size() + this.refused.size();
	}

	int asked() {
		return this.asked;
	}

	List<String> silent() {
		return this.silent;
	}

	List<String> refused() {
		return this.refused;
	}

	List<String> spoiled() {
		return this.spoiled;
	}

}
