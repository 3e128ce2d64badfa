package vn.wardkpi.planimport.mutation;

import java.util.ArrayList;
import java.util.List;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * Other rows and other numbers in an annex.
 */
final class RowChanges {

	private static final List<String> DITTO = List.of("nt", "-nt-", "\"", "''", "Như trên", "”", "N.T");

	private static final List<String> NOTES = List.of("Ghi chú: (*) Theo chuẩn mới.", "Nguồn: Phòng Kinh tế",
			"(*) Theo chuẩn nghèo giai đoạn 2022-2025", "* Số liệu ước", "Lưu ý: số liệu chưa gồm đất đấu giá",
			"1 Theo chuẩn mới");

	private RowChanges() {
	}

	static List<Change> all() {
		List<Change> all = new ArrayList<>();
		numbers(all);
		units(all);
		others(all);
		return all;
	}

	private static void numbers(List<Change> all) {
		all.add(Change.harmless("numbers with points", (grid) -> numbers(grid, "%s.")));
		all.add(Change.harmless("numbers in brackets", (grid) -> numbers(grid, "(%s)")));
		all.add(Change.harmless("numbers with a bracket", (grid) -> numbers(grid, "%s)")));
		all.add(Change.harmless("numbers with noughts", (grid) -> numbers(grid, "0%s")));
		all.add(new Change("numbers removed", true, (grid) -> onlyNumbers(grid) && numbers(grid, "")));
		all.add(new Change("dashes for numbers", true, (grid) -> onlyNumbers(grid) && numbers(grid, "-")));
		all.add(new Change("plus signs for numbers", true, (grid) -> onlyNumbers(grid) && numbers(grid, "+")));
		all.add(new Change("letters for numbers", true, (grid) -> onlyNumbers(grid) && letters(grid)));
		all.add(new Change("numbers before the names", true, RowChanges::numbersBeforeNames));
		all.add(new Change("no column of numbers", true, RowChanges::numbersAndNamesInOne));
		all.add(new Change("number used twice", false, (grid) -> {
			List<List<String>> rows = grid.numbered();
			if (rows.size() < 2) {
				return false;
			}
			int number = grid.column(Part.NUMBER);
			rows.get(1).set(number, rows.get(0).get(number));
			return true;
		}));
		all.add(Change.doubtful("number unreadable", (grid) -> {
			if (grid.column(Part.NUMBER) >= 0) {
				grid.indicators().get(0).set(grid.column(Part.NUMBER), "1x1");
			}
			else {
				grid.indicators().get(0).set(grid.column(Part.NAME), "");
			}
		}));
		all.add(new Change("one number forgotten", false, (grid) -> {
			List<List<String>> rows = grid.numbered();
			if (rows.size() < 2) {
				return false;
			}
			rows.get(rows.size() - 1).set(grid.column(Part.NUMBER), "");
			return true;
		}));
	}

	private static boolean numbers(AnnexGrid grid, String format) {
		int number = grid.column(Part.NUMBER);
		grid.numbered().forEach((row) -> row.set(number, format.formatted(row.get(number))));
		return number >= 0;
	}

	private static boolean letters(AnnexGrid grid) {
		int number = grid.column(Part.NUMBER);
		int[] at = { 0 };
		grid.numbered().forEach((row) -> row.set(number, "abcdđeghiklmnopq".charAt(at[0]++) + ")"));
		return true;
	}

	private static boolean onlyNumbers(AnnexGrid grid) {
		int number = grid.column(Part.NUMBER);
		if (number < 0 || grid.indicators().size() < 2 || grid.indicators().size() > 16) {
			return false;
		}
		for (int i = 0; i < grid.indicators().size(); i++) {
			if (!grid.indicators().get(i).get(number).equals(String.valueOf(i + 1))) {
				return false;
			}
		}
		return true;
	}

	private static boolean numbersBeforeNames(AnnexGrid grid) {
		int number = grid.column(Part.NUMBER);
		int name = grid.column(Part.NAME);
		if (number < 0) {
			return false;
		}
		grid.numbered().forEach((row) -> {
			row.set(name, row.get(number) + ". " + row.get(name));
			row.set(number, "");
		});
		return true;
	}

	private static boolean numbersAndNamesInOne(AnnexGrid grid) {
		int number = grid.column(Part.NUMBER);
		int name = grid.column(Part.NAME);
		if (number != 0 || name != 1 || !grid.merges.isEmpty() || grid.numbered().isEmpty()) {
			return false;
		}
		int top = grid.top();
		String names = grid.rows.get(top).get(name);
		if (grid.rows.stream().filter((row) -> row.get(name).equals(names)).count() > 1) {
			return false;
		}
		for (List<String> row : grid.rows) {
			boolean indicator = grid.indicators().stream().anyMatch((one) -> one == row);
			String mark = row.get(0).matches("[\\d.]+") ? row.get(0) + ". "
					: row.get(0).isEmpty() ? "" : row.get(0) + " ";
			row.set(1, indicator ? mark + row.get(1)
					: (grid.index(row) == top) ? row.get(1) : (row.get(0) + " " + row.get(1)).strip());
			row.remove(0);
		}
		return true;
	}

	private static void units(List<Change> all) {
		DITTO.forEach((mark) -> all.add(new Change("ditto " + mark, true, (grid) -> ditto(grid, mark))));
		all.add(new Change("units in the names", true, (grid) -> {
			int unit = grid.column(Part.UNIT);
			int name = grid.column(Part.NAME);
			boolean own = grid.indicators().stream().noneMatch((row) -> row.get(name).contains("("));
			if (unit < 0 || !own || grid.indicators().stream().anyMatch((row) -> row.get(unit).isEmpty())) {
				return false;
			}
			grid.indicators().forEach((row) -> {
				row.set(name, row.get(name) + " (" + row.get(unit) + ")");
				row.set(unit, "");
			});
			return true;
		}));
		all.add(new Change("unit above the table", true, (grid) -> {
			int unit = grid.column(Part.UNIT);
			if (unit < 0 || grid.indicators().stream().map((row) -> row.get(unit)).distinct().count() != 1) {
				return false;
			}
			grid.insert(0, "Đơn vị tính: " + grid.indicators().get(0).get(unit));
			grid.indicators().forEach((row) -> row.set(unit, ""));
			return true;
		}));
		all.add(new Change("units merged over rows", true, (grid) -> {
			int unit = grid.column(Part.UNIT);
			boolean free = grid.merges.stream().noneMatch((m) -> m[1] <= unit && unit <= m[3]);
			for (int i = 1; unit >= 0 && free && i < grid.indicators().size(); i++) {
				List<String> before = grid.indicators().get(i - 1);
				List<String> row = grid.indicators().get(i);
				if (row.get(unit).equals(before.get(unit)) && !row.get(unit).isEmpty()
						&& grid.index(row) == grid.index(before) + 1) {
					grid.merges.add(new int[] { grid.index(before), unit, grid.index(row), unit });
					row.set(unit, "");
					return true;
				}
			}
			return false;
		}));
	}

	private static boolean ditto(AnnexGrid grid, String mark) {
		int unit = grid.column(Part.UNIT);
		boolean any = false;
		for (int i = grid.indicators().size() - 1; unit >= 0 && i > 0; i--) {
			List<String> row = grid.indicators().get(i);
			if (!row.get(unit).isEmpty() && row.get(unit).equals(grid.indicators().get(i - 1).get(unit))) {
				row.set(unit, mark);
				any = true;
			}
		}
		return any;
	}

	private static void others(List<Change> all) {
		all.add(Change.harmless("titles above", (grid) -> {
			grid.insert(0, "PHỤ LỤC I");
			grid.insert(1, "CÁC CHỈ TIÊU CHỦ YẾU");
			grid.insert(2, "(Kèm theo Nghị quyết số 15/NQ-HĐND ngày 22/12/2025 của HĐND phường)");
		}));
		NOTES.forEach(
				(note) -> all.add(Change.harmless("below: " + note, (grid) -> grid.insert(grid.rows.size(), note))));
		all.add(Change.harmless("signatures", (grid) -> {
			String[] left = new String[grid.width()];
			java.util.Arrays.fill(left, "");
			left[0] = "Nơi nhận:";
			left[grid.width() - 2] = "TM. ỦY BAN NHÂN DÂN";
			grid.insert(grid.rows.size(), left);
			left[0] = "- Thường trực Đảng ủy;";
			left[grid.width() - 2] = "CHỦ TỊCH";
			grid.insert(grid.rows.size(), left);
			left[0] = "- Lưu: VT.";
			left[grid.width() - 2] = "(Đã ký)";
			grid.insert(grid.rows.size(), left);
			left[0] = "";
			left[grid.width() - 2] = "Nguyễn Văn A";
			grid.insert(grid.rows.size(), left);
		}));
		all.add(Change.doubtful("total", (grid) -> {
			List<String> row = grid.insert(grid.rows.size());
			row.set(grid.column(Part.NAME), "Tổng cộng");
			grid.targets().forEach((column) -> row.set(column, "99"));
		}));
		all.add(Change.doubtful("row of a stray figure", (grid) -> {
			List<String> row = grid.insert(grid.rows.size());
			row.set(grid.targets().get(0), "99");
		}));
		all.add(Change.harmless("heading repeated", (grid) -> {
			if (grid.top() == grid.bottom() && grid.indicators().size() > 1) {
				List<String> row = grid.indicators().get(grid.indicators().size() - 1);
				grid.insert(grid.index(row), grid.rows.get(grid.top()).toArray(String[]::new));
			}
		}));
		all.add(new Change("name in two rows", false, (grid) -> {
			int name = grid.column(Part.NAME);
			List<String> row = grid.indicators().get(0);
			String[] words = row.get(name).split(" ", 2);
			if (words.length < 2 || !grid.merges.isEmpty()) {
				return false;
			}
			row.set(name, words[0]);
			grid.insert(grid.index(row) + 1).set(name, words[1]);
			return true;
		}));
		all.add(Change.doubtful("another table below", (grid) -> {
			grid.insert(grid.rows.size(), "DỰ TOÁN THU CHI NĂM 2026");
			grid.insert(grid.rows.size(), "TT", "Nội dung", "Đơn vị tính", "Dự toán năm 2026");
			grid.insert(grid.rows.size(), "1", "Tổng chi", "tỷ", "5");
		}));
		all.add(Change.harmless("table of names below", (grid) -> {
			grid.insert(grid.rows.size(), "TT", "Họ và tên", "Chức vụ", "Ghi chú");
			grid.insert(grid.rows.size(), "1", "Nguyễn Văn A", "Chủ tịch", "");
		}));
		all.add(Change.doubtful("second table that numbers again", (grid) -> {
			if (grid.top() == grid.bottom() && !grid.numbered().isEmpty()) {
				List<String> titles = new ArrayList<>(grid.rows.get(grid.top()));
				List<String> row = new ArrayList<>(grid.indicators().get(0));
				grid.insert(grid.rows.size(), "BIỂU 2: CHỈ TIÊU VĂN HÓA - XÃ HỘI");
				grid.insert(grid.rows.size(), titles.toArray(String[]::new));
				row.set(grid.column(Part.NAME), "Số trường đạt chuẩn");
				grid.insert(grid.rows.size(), row.toArray(String[]::new));
			}
			else {
				grid.indicators().get(0).set(grid.column(Part.NAME), "");
			}
		}));
	}

}
