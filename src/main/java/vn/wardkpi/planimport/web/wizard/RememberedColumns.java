package vn.wardkpi.planimport.web.wizard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;

/**
 * Columns that were named by a person before, found again by their headings.
 */
final class RememberedColumns {

	private RememberedColumns() {
	}

	/** By heading, what a person says of the columns of this file. */
	static Map<String, ColumnRole> stated(FilePlaces places, TableMapping stated) {
		Map<String, ColumnRole> columns = new LinkedHashMap<>();
		for (TableBlock block : places.reading().tables().chosen()) {
			stated.columns().getOrDefault(block.sheet(), Map.of()).forEach((place, role) -> {
				List<Column> own = block.requireHeading().columns();
				if (place <= own.size() && !own.get(place - 1).title().isBlank()) {
					columns.put(own.get(place - 1).title(), role);
				}
			});
		}
		return columns;
	}

	/** By block and place, what was said before and is understood otherwise now. */
	static Map<TableBlock, Map<Integer, ColumnRole>> found(FilePlaces places, Map<String, ColumnRole> remembered) {
		Map<TableBlock, Map<Integer, ColumnRole>> found = new LinkedHashMap<>();
		for (TableBlock block : places.reading().tables().chosen()) {
			List<Column> columns = block.requireHeading().columns();
			for (int i = 0; i < columns.size(); i++) {
				ColumnRole role = remembered.get(columns.get(i).title());
				if (role != null && !code(role).equals(ColumnChoice.of(columns.get(i)).code())) {
					found.computeIfAbsent(block, (key) -> new HashMap<>()).put(i + 1, role);
				}
			}
		}
		return found;
	}

	private static String code(ColumnRole role) {
		return ColumnChoice.of(role.part(), role.year(), role.lastYear()).code();
	}

}
