package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.Problem;

/**
 * Takes what the program itself wrote beside an annex, where the file is one of its own:
 * attributes that no annex prints. They hold for the row of the same number and name.
 */
public final class WrittenRows {

	private final Map<String, WrittenAttributes> written = new LinkedHashMap<>();

	/**
	 * @param properties of the document
	 */
	public WrittenRows(Map<String, String> properties) {
		properties.forEach((name, text) -> WrittenAttributes.read(name, text)
			.ifPresent((attributes) -> this.written.put(attributes.no(), attributes)));
	}

	/**
	 * The same annex with the attributes; what belongs to no row any more is asked.
	 */
	public Annex in(Annex annex) {
		if (annex.rows().stream().noneMatch((row) -> belongs(this.written.get(row.no()), row))) {
			return annex;
		}
		Map<String, WrittenAttributes> left = new LinkedHashMap<>(this.written);
		List<ImportProblem> problems = new ArrayList<>(annex.problems());
		List<AnnexRow> rows = new ArrayList<>();
		for (AnnexRow row : annex.rows()) {
			WrittenAttributes attributes = left.remove(row.no());
			if (attributes == null) {
				rows.add(row);
				problems.add(new ImportProblem(Problem.warning("import-written-new", row.no(), row.name()), row.no(),
						row.place()));
			}
			else if (!belongs(attributes, row)) {
				rows.add(row);
				problems.add(new ImportProblem(Problem.warning("import-written-other", row.no(), row.name()), row.no(),
						row.place()));
			}
			else {
				rows.add(taken(attributes, row));
				if (targets(row) < attributes.targets()) {
					problems.add(new ImportProblem(Problem.warning("import-written-fewer", row.no(),
							String.valueOf(attributes.targets()), String.valueOf(targets(row))), row.no(),
							row.place()));
				}
				if (!attributes.field().equals(WrittenAttributes.mark(row.field()))) {
					problems.add(new ImportProblem(Problem.warning("import-written-field", row.no(),
							Objects.requireNonNullElse(row.field(), "–")), row.no(), row.place()));
				}
			}
		}
		left.keySet()
			.forEach((no) -> problems
				.add(new ImportProblem(Problem.warning("import-written-missing", no), no, Place.FILE)));
		return new Annex(rows, annex.fromYear(), annex.toYear(), annex.baselineYear(), problems,
				annex.tables());
	}

	private static boolean belongs(@Nullable WrittenAttributes attributes, AnnexRow row) {
		return attributes != null && attributes.name().equals(WrittenAttributes.mark(row.name()));
	}

	private static int targets(AnnexRow row) {
		return row.targets().size() + row.cityTargets().size() + row.others().size() + ((row.period() != null) ? 1 : 0)
				+ ((row.party() != null) ? 1 : 0);
	}

	private static AnnexRow taken(WrittenAttributes attributes, AnnexRow row) {
		return row.numbered(row.no(), attributes.parentNo())
			.corrected(null, null,
					new Stated(attributes.role(), attributes.decisive(), attributes.direction(), attributes.valueType(),
							attributes.accumulation(), attributes.bounded(), attributes.comparable()));
	}

}
