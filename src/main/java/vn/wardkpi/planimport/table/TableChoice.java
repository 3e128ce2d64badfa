package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.shared.SearchKey;

/**
 * Which tables of a file are the annex: the most likely one by its headings, and those
 * that have the same.
 *
 * @param chosen tables of the annex, in order
 * @param others all others
 */
public record TableChoice(List<TableBlock> chosen, List<TableBlock> others) {

	/** Tables of other kinds, by their sheet's name, title or heading over names. */
	private static final Pattern OTHER_KIND = Pattern
		.compile("du toan|thu,? chi|von dau tu|dau tu cong|danh muc (du an|cong"
				+ " trinh)|cong trinh|du an|nhiem vu|tien do|san pham|thoi gian hoan thanh|phan cong|can doi|ket qua thuc hien");

	private static final Pattern INDICATORS = Pattern.compile("chi tieu|tieu chi");

	public TableChoice {
		chosen = List.copyOf(chosen);
		others = List.copyOf(others);
	}

	public static TableChoice of(SourceFile file, TableMapping mapping) {
		List<TableBlock> blocks = new TableBlocks(file, mapping).blocks();
		TableBlock best = null;
		for (TableBlock block : blocks) {
			boolean possible = block.hasTargets() && !Boolean.FALSE.equals(mapping.tables().get(block.sheet()));
			if (possible && (best == null || score(block) > score(best))) {
				best = block;
			}
		}
		List<TableBlock> chosen = new ArrayList<>();
		List<TableBlock> others = new ArrayList<>();
		for (TableBlock block : blocks) {
			Boolean stated = mapping.tables().get(block.sheet());
			boolean likely = mapping.tables().containsValue(true) ? Boolean.TRUE.equals(stated)
					: !Boolean.FALSE.equals(stated) && isOfTheSame(block, best);
			((likely && block.hasTargets()) ? chosen : others).add(block);
		}
		return new TableChoice(chosen, others);
	}

	private static boolean isOfTheSame(TableBlock block, @Nullable TableBlock best) {
		if (best == null || !block.hasTargets()) {
			return false;
		}
		boolean sameKind = block.signature().equals(best.signature())
				&& SearchKey.of(nameTitle(block)).equals(SearchKey.of(nameTitle(best)));
		return block.equals(best) || sameKind || (block.years().equals(best.years()) && !best.years().isEmpty()
				&& isOfIndicators(block) && isOfIndicators(best));
	}

	private static boolean isOfIndicators(TableBlock block) {
		return isNamedIndicators(block) && !OTHER_KIND.matcher(words(block)).find()
				&& block.requireHeading().position(Part.UNIT) >= 0;
	}

	private static boolean isNamedIndicators(TableBlock block) {
		return INDICATORS.matcher(SearchKey.of(nameTitle(block))).find();
	}

	private static String nameTitle(TableBlock block) {
		int name = block.requireHeading().position(Part.NAME);
		return (name >= 0) ? block.requireHeading().columns().get(name).title() : "";
	}

	/** How likely a table is the annex of the newest plan. */
	private static int score(TableBlock block) {
		Heading heading = block.requireHeading();
		int last = heading.columns()
			.stream()
			.filter((column) -> column.part().isTarget() && column.lastYear() != null)
			.mapToInt((column) -> (column.lastYear() != null) ? column.lastYear() : 0)
			.max()
			.orElse(block.titleYears().map(TitleYears::to).orElse(2020));
		int score = 10 * Math.min(block.years().size(), 5) + 30 * (last - 2020) + Math.min(block.rows().size(), 20);
		score += (heading.position(Part.PERIOD) >= 0) ? 15 : 0;
		score += (heading.position(Part.UNIT) >= 0) ? 10 : 0;
		score += isNamedIndicators(block) ? 15 : 0;
		return score - (OTHER_KIND.matcher(words(block)).find() ? 40 : 0);
	}

	private static String words(TableBlock block) {
		List<String> nearest = block.above().subList(Math.max(0, block.above().size() - 5), block.above().size());
		return SearchKey.of(block.sheet() + " " + String.join(" ", nearest));
	}

}
