package vn.wardkpi.planimport.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * Other words and other columns in the heading of an annex.
 */
final class HeadingChanges {

	private static final List<String> NAMES = List.of("Nội dung chỉ tiêu", "Tên tiêu chí", "Các chỉ tiêu chính",
			"TÊN CHỈ TIÊU", "Chỉ tiêu chủ yếu", "Hệ thống chỉ tiêu", "Danh mục chỉ tiêu", "Nội dung", "Tiêu chí",
			"Chỉ tiêu kinh tế - xã hội", "Nhóm chỉ tiêu/Chỉ tiêu", "Chi tiêu");

	private static final List<String> NUMBERS = List.of("STT", "Số TT", "Số thứ tự", "TT", "Stt.", "S.T.T", "Mã số");

	private static final List<String> UNITS = List.of("ĐVT", "ĐV", "Đơn vị", "Đơn vị tính", "Đơn vị\ntính", "ĐV tính",
			"Đvt", "Đơn vị đo", "Đơn vị tính (ĐVT)");

	private static final List<String> RESULTS = List.of("TH %d", "KQ %d", "Thực hiện năm %d", "Ước TH %d",
			"Ước TH cả năm %d", "Thực hiện KH %d", "Năm gốc %d", "Cơ sở %d", "Kết quả thực hiện năm %d",
			"Ước thực hiện %d", "Kết quả đạt được năm %d", "Hiện trạng năm %d", "UTH %d", "Năm %d (ước thực hiện)",
			"Số liệu năm %d", "Thực hiện đến 31/12/%d", "TH%d");

	private static final List<String> YEARS = List.of("%d", "Năm %d", "KH %d", "Kế hoạch năm %d", "Mục tiêu %d",
			"Chỉ tiêu năm %d", "KH năm %d", "Phấn đấu năm %d", "Dự kiến %d", "KH%d", "NĂM %d", "Kế hoạch\nnăm %d",
			"Chỉ tiêu giao năm %d");

	private static final List<String> PERIODS = List.of("Giai đoạn 2026–2030", "Mục tiêu đến 2030",
			"Mục tiêu đến năm 2030", "KH 2026-2030", "5 năm 2026-2030", "Cả giai đoạn 2026 - 2030", "Đến năm 2030",
			"Kế hoạch 5 năm 2026 – 2030", "Giai đoạn 2026 đến 2030", "Mục tiêu giai đoạn 2026-2030");

	private static final List<String> UNUSED = List.of("TH 6 tháng đầu năm 2025", "9 tháng 2025", "Ước 6 tháng 2025",
			"Quý I/2025", "Kết quả đến 30/9/2025", "TH 2024", "KH 2025", "Thực hiện giai đoạn 2021-2025",
			"Giai đoạn 2021 - 2025", "BQ 2021-2025", "So sánh (%)", "So sánh 2026/2025", "Tăng/giảm", "Tăng, giảm (%)",
			"Tỷ lệ TH/KH (%)", "% so với cùng kỳ", "Tốc độ tăng (%)", "Bình quân 5 năm", "Chênh lệch", "Quý I/2026",
			"6 tháng đầu năm 2026", "Kinh phí (triệu đồng)", "Thời gian hoàn thành", "KH 2025 điều chỉnh");

	private static final List<String> WORDS = List.of("Ghi chú", "Căn cứ", "Cán bộ theo dõi", "Lãnh đạo phụ trách");

	private HeadingChanges() {
	}

	static List<Change> all() {
		List<Change> all = new ArrayList<>();
		NAMES.forEach((title) -> all.add(renamed(title, Part.NAME, (column) -> title)));
		NUMBERS.forEach((title) -> all.add(renamed(title, Part.NUMBER, (column) -> title)));
		UNITS.forEach((title) -> all.add(renamed(title, Part.UNIT, (column) -> title)));
		PERIODS.forEach((title) -> all.add(renamed(title, Part.PERIOD, (column) -> title)));
		RESULTS.forEach((title) -> all.add(dated(title, Part.BASELINE)));
		YEARS.forEach((title) -> all.add(dated(title, Part.YEAR)));
		UNUSED.forEach((title) -> {
			all.add(column(title + " last", title, "33", false));
			all.add(column(title + " before the results", title, "33", true));
		});
		WORDS.forEach((title) -> all.add(column(title, title, "Theo chuẩn mới", false)));
		all.add(Change.doubtful("column that nobody knows", (grid) -> grid.insertColumn(grid.width(), "Abc", "33")));
		all.add(Change.doubtful("column without heading", (grid) -> grid.insertColumn(grid.width(), "", "33")));
		all.add(Change.doubtful("year twice", (grid) -> grid.insertColumn(grid.width(), "Năm 2026", "33")));
		all.add(new Change("years reversed", true, HeadingChanges::reversedYears));
		all.add(new Change("columns reversed", false, (grid) -> {
			List<Integer> order = new ArrayList<>(IntStream.range(0, grid.width()).boxed().toList());
			Collections.reverse(order);
			return grid.reorder(order);
		}));
		all.add(new Change("unit last", true, (grid) -> moved(grid, grid.column(Part.UNIT), grid.width() - 1)));
		all.add(new Change("name last", true, (grid) -> moved(grid, grid.column(Part.NAME), grid.width() - 1)));
		all.add(new Change("results last", true, (grid) -> moved(grid, grid.column(Part.BASELINE), grid.width() - 1)));
		all.add(new Change("words between the rows of the heading, merged", true, (grid) -> wordsAbove(grid, true)));
		all.add(new Change("words between the rows of the heading", true, (grid) -> wordsAbove(grid, false)));
		all.add(new Change("years below a period", true, HeadingChanges::yearsBelowPeriod));
		all.add(Change.harmless("columns numbered", (grid) -> {
			String[] numbers = IntStream.range(0, grid.width())
				.mapToObj((i) -> "(" + (i + 1) + ")")
				.toArray(String[]::new);
			grid.insert(grid.bottom() + 1, numbers);
		}));
		all.add(Change.harmless("columns lettered", (grid) -> {
			String[] letters = IntStream.range(0, grid.width())
				.mapToObj((i) -> (i < 3) ? String.valueOf((char) ('A' + i)) : String.valueOf(i - 2))
				.toArray(String[]::new);
			grid.insert(grid.bottom() + 1, letters);
		}));
		return all;
	}

	private static Change renamed(String title, Part part, IntFunction<String> titles) {
		return new Change("heading " + part + ": " + title.replace('\n', ' '), true, (grid) -> {
			if (grid.columns(part).size() != 1) {
				return false;
			}
			grid.title(grid.column(part), (old) -> titles.apply(0));
			return true;
		});
	}

	private static Change dated(String format, Part part) {
		return new Change("heading " + part + ": " + format.replace('\n', ' '), true, (grid) -> {
			List<Integer> columns = grid.columns(part);
			boolean grouped = columns.stream().anyMatch((column) -> grid.bottom() > grid.top());
			if (columns.isEmpty() || grouped) {
				return false;
			}
			columns.forEach((column) -> grid.title(column, (old) -> format.formatted(grid.year(column))));
			return true;
		});
	}

	private static Change column(String name, String title, String text, boolean beforeResults) {
		boolean mean = title.startsWith("Bình quân");
		return new Change("column " + name, !mean, (grid) -> {
			int results = grid.column(Part.BASELINE);
			grid.insertColumn((beforeResults && results >= 0) ? results : grid.width(), title, text);
			return true;
		});
	}

	private static boolean moved(AnnexGrid grid, int from, int to) {
		if (from < 0 || from == to) {
			return false;
		}
		List<Integer> order = new ArrayList<>(IntStream.range(0, grid.width()).boxed().toList());
		order.add(to, order.remove(from));
		return grid.reorder(order);
	}

	private static boolean reversedYears(AnnexGrid grid) {
		List<Integer> years = grid.columns(Part.YEAR);
		if (years.size() < 2) {
			return false;
		}
		List<Integer> order = new ArrayList<>(IntStream.range(0, grid.width()).boxed().toList());
		for (int i = 0; i < years.size(); i++) {
			order.set(years.get(i), years.get(years.size() - 1 - i));
		}
		return grid.reorder(order);
	}

	/** A row of the heading that has words alone: "Chia ra các năm". */
	private static boolean wordsAbove(AnnexGrid grid, boolean merged) {
		List<Integer> years = grid.columns(Part.YEAR);
		if (years.size() < 2 || grid.bottom() != grid.top()) {
			return false;
		}
		int top = grid.top();
		List<String> titles = grid.rows.get(top);
		List<String> below = grid.insert(top + 1);
		for (int column : years) {
			below.set(column, titles.get(column));
			titles.set(column, "");
		}
		titles.set(years.get(0), "Chia ra các năm");
		if (merged) {
			grid.merges.add(new int[] { top, years.get(0), top, years.get(years.size() - 1) });
			for (int i = 0; i < grid.width(); i++) {
				if (!years.contains(i)) {
					grid.merges.add(new int[] { top, i, top + 1, i });
				}
			}
		}
		return true;
	}

	/** Three rows: a period over all, words over the years, the years. */
	private static boolean yearsBelowPeriod(AnnexGrid grid) {
		List<Integer> years = grid.columns(Part.YEAR);
		if (years.size() != 5 || years.get(4) - years.get(0) != 4 || !wordsAbove(grid, true)) {
			return false;
		}
		int top = grid.top();
		List<String> above = grid.insert(top);
		List<String> titles = grid.rows.get(top + 1);
		grid.merges.removeIf((merge) -> merge[0] == top + 1);
		for (int i = 0; i < grid.width(); i++) {
			if (!years.contains(i)) {
				above.set(i, titles.get(i));
				titles.set(i, "");
				grid.merges.add(new int[] { top, i, top + 2, i });
			}
		}
		above.set(years.get(0), "Kế hoạch giai đoạn 2026-2030");
		grid.merges.add(new int[] { top, years.get(0), top, years.get(4) });
		grid.merges.add(new int[] { top + 1, years.get(0), top + 1, years.get(4) });
		return true;
	}

}
