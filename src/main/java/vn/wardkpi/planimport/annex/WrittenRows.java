package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.shared.Problem;

/**
 * Takes what the program itself wrote beside an annex, where the file is one of its own:
 * attributes that no annex prints. They hold for the row of the same number and name.
 */
public final class WrittenRows {

	/** Of any other file. */
	public static final WrittenRows NONE = new WrittenRows(Map.of());

	private final Map<String, WrittenAttributes> written = new LinkedHashMap<>();

	/**
	 * @param properties of the document
	 */
	public WrittenRows(Map<String, String> properties) {
		properties.forEach((name, text) -> WrittenAttributes.read(name, text)
			.ifPresent((attributes) -> this.written.put(attributes.no(), attributes)));
	}

	/** Whether it wrote a row of this number and name. */
	boolean has(String no, String name) {
		WrittenAttributes attributes = this.written.get(no);
		return attributes != null && attributes.name().equals(WrittenAttributes.mark(name));
	}

	/**
	 * What the rows are that are still as they were written, whatever their words would
	 * say, beside what a person says of others.
	 */
	TableMapping over(SourceFile file, TableMapping stated) {
		Map<String, Map<Integer, RowRole>> rows = new HashMap<>();
		for (SourceTable table : this.written.isEmpty() ? List.<SourceTable>of() : file.tables()) {
			Map<Integer, RowRole> known = new HashMap<>();
			table.rows().forEach((row) -> {
				RowRole role = role(row.texts());
				if (role != null) {
					known.put(row.number(), role);
				}
			});
			if (known.containsValue(RowRole.INDICATOR)) {
				rows.put(table.sheet(), known);
			}
		}
		stated.rows().forEach((sheet, own) -> rows.computeIfAbsent(sheet, (name) -> new HashMap<>()).putAll(own));
		return new TableMapping(stated.tables(), stated.columns(), rows, stated.fromYear(), stated.toYear(),
				stated.values());
	}

	private @Nullable RowRole role(List<String> texts) {
		if (texts.size() > 1 && has(texts.get(0), texts.get(1))) {
			return RowRole.INDICATOR;
		}
		if (texts.size() == 2 && Marker.of(texts.get(0)).kind() == Marker.Kind.ROMAN) {
			String field = WrittenAttributes.mark(texts.get(1));
			return this.written.values().stream().anyMatch((row) -> row.field().equals(field)) ? RowRole.SECTION : null;
		}
		return null;
	}

	/**
	 * The same annex with the attributes; what belongs to no row any more is asked.
	 */
	Annex in(Annex annex) {
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
					problems.add(
							new ImportProblem(
									Problem.warning("import-written-fewer", row.no(),
											String.valueOf(attributes.targets()), String.valueOf(targets(row))),
									row.no(), row.place()));
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
		return new Annex(rows, annex.fromYear(), annex.toYear(), annex.baselineYear(), problems, annex.tables());
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
			.corrected(null, null, new Stated(attributes.role(), attributes.decisive(), attributes.direction(),
					attributes.valueType(), attributes.accumulation(), attributes.bounded(), attributes.comparable()));
	}

}
