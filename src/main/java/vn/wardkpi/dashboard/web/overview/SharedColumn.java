package vn.wardkpi.dashboard.web.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.shared.UnitName;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A definition of the catalogue and how the wards shown stand in it.
 *
 * @param number of the column
 * @param address of the page that compares it alone
 * @param wards how many of them have it
 * @param counts how many have which verdict, in the order of {@link Verdict}
 * @param figures the lowest, the middle and the highest, of wards that measure it in its
 * unit; {@code null} for fewer than two
 */
record SharedColumn(int number, Definition definition, String address, int wards, List<Long> counts,
		@Nullable Figures figures) {

	SharedColumn {
		counts = List.copyOf(counts);
	}

	static SharedColumn of(int number, Definition definition, List<SharedCell> cells, OverviewAddress address) {
		List<Long> counts = Arrays.stream(Verdict.values())
			.map((verdict) -> cells.stream().filter((cell) -> cell.verdict() == verdict).count())
			.toList();
		return new SharedColumn(number, definition, address.of(definition.id()).toString(), cells.size(), counts,
				Figures.of(definition, cells));
	}

	/**
	 * @param wards how many figures were compared
	 */
	record Figures(int wards, String lowest, String middle, String highest) {

		static @Nullable Figures of(Definition definition, List<SharedCell> cells) {
			List<BigDecimal> values = cells.stream()
				.filter((cell) -> isComparable(cell.unit(), definition.unit()))
				.map(SharedCell::value)
				.filter(Objects::nonNull)
				.sorted()
				.toList();
			if (values.size() < 2) {
				return null;
			}
			int half = values.size() / 2;
			BigDecimal middle = (values.size() % 2 == 1) ? values.get(half)
					: values.get(half - 1).add(values.get(half)).divide(BigDecimal.valueOf(2));
			return new Figures(values.size(), VietnameseNumber.write(values.get(0)),
					VietnameseNumber.write(middle.setScale(Math.min(middle.scale(), 4), RoundingMode.HALF_UP)),
					VietnameseNumber.write(values.get(values.size() - 1)));
		}

		private static boolean isComparable(@Nullable String unit, @Nullable String other) {
			return (unit == null || other == null) ? Objects.equals(unit, other)
					: UnitName.of(unit).sameAs(UnitName.of(other));
		}

	}

}
