package vn.wardkpi.planimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.decision.AnnexTargets;
import vn.wardkpi.planimport.annex.Annex;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexReader;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.WrittenRows;
import vn.wardkpi.planimport.source.DocumentProperties;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.TableMapping;

/**
 * Reads the annex of a decision as one of a plan is read. Columns of the issuer's own go
 * before those that name none.
 */
@Component
class DecisionAnnexReader implements AnnexTargets {

	@Override
	public Reading read(byte[] content, Issuer issuer) {
		Annex annex = new AnnexReader(TableMapping.NONE, new WrittenRows(DocumentProperties.of(content)))
			.read(SourceFile.read(content));
		List<Stated> targets = new ArrayList<>();
		annex.rows().forEach((row) -> new Row(row, targets).add(issuer));
		return new Reading(targets,
				annex.problems().stream().map((found) -> new Finding(found.problem(), where(found.place()))).toList());
	}

	private static Where where(Place place) {
		return new Where(place.sheet(), place.row(), place.cell());
	}

	/**
	 * A row on its way into the list, each year once.
	 */
	private record Row(AnnexRow row, List<Stated> targets, Set<String> seen) {

		Row(AnnexRow row, List<Stated> targets) {
			this(row, targets, new HashSet<>());
		}

		void add(Issuer issuer) {
			this.row.others()
				.stream()
				.filter((other) -> other.issuer() == issuer)
				.forEach((other) -> add(other.year(), other.cell()));
			if (issuer == Issuer.CITY) {
				this.row.cityTargets().forEach(this::add);
			}
			if (issuer == Issuer.PARTY_CONGRESS) {
				add(null, this.row.party());
			}
			this.row.targets().forEach(this::add);
			add(null, this.row.period());
		}

		private void add(@Nullable Integer year, @Nullable AnnexCell cell) {
			if (cell != null && !cell.text().isBlank() && this.seen.add(String.valueOf(year))) {
				this.targets
					.add(new Stated(this.row.no(), this.row.name(), year, cell.text().strip(), where(cell.place())));
			}
		}

	}

}
