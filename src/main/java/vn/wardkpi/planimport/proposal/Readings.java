package vn.wardkpi.planimport.proposal;

import java.util.HashMap;
import java.util.Map;

import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;

/**
 * The texts of an annex's targets as they are read, each once for its unit.
 */
final class Readings {

	private final Map<String, Reading> read = new HashMap<>();

	Reading of(AnnexCell cell, AnnexRow row) {
		return this.read.computeIfAbsent(row.unit() + "\n" + cell.text(),
				(key) -> TargetGrammar.read(cell.text(), row.unit()));
	}

}
