package vn.wardkpi.dashboard.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.dashboard.overview.Overview.ProvinceCount;
import vn.wardkpi.dashboard.overview.WardHeadline;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.PageOf;

/**
 * What the page of a province or the country shows.
 *
 * @param place name of the province; {@code null} for the country
 * @param wards how many there are, with and without a plan
 * @param planned how many have one
 * @param compared the definition that is compared, where it is one alone
 * @param columns the definitions that a ward shown has, in the order of the catalogue
 * @param withoutFigures wards that have a plan and nothing known of the year
 * @param withoutPlan wards that have none
 * @param provinces of the country
 * @param pages the country's pages; none where one is enough
 */
record OverviewPage(OverviewAddress address, @Nullable String place, int wards, int planned,
		@Nullable Definition compared, List<SharedColumn> columns, List<WardRow> rows, List<Ward> withoutFigures,
		List<Ward> withoutPlan, List<Province> provinces, List<Page> pages) {

	OverviewPage {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
		withoutFigures = List.copyOf(withoutFigures);
		withoutPlan = List.copyOf(withoutPlan);
		provinces = List.copyOf(provinces);
		pages = List.copyOf(pages);
	}

	static OverviewPage ofProvince(PageOf<WardHeadline> wards, String place, List<Definition> catalogue,
			OverviewAddress address) {
		Table table = Table.of(wards.items(), catalogue, address);
		List<Ward> withoutPlan = wards.items().stream().filter((ward) -> ward.plan() == null).map(Ward::of).toList();
		return new OverviewPage(address, place, wards.items().size(), wards.items().size() - withoutPlan.size(),
				compared(catalogue, address), table.columns, address.sort().sorted(table.rows), table.withoutFigures(),
				withoutPlan, List.of(), List.of());
	}

	static OverviewPage ofCountry(PageOf<WardHeadline> wards, List<ProvinceCount> provinces, List<Definition> catalogue,
			OverviewAddress address) {
		Table table = Table.of(wards.items(), catalogue, address);
		int last = Math.toIntExact((wards.total() + wards.size() - 1) / wards.size());
		return new OverviewPage(address, null, provinces.stream().mapToInt(ProvinceCount::wards).sum(),
				provinces.stream().mapToInt(ProvinceCount::planned).sum(), compared(catalogue, address), table.columns,
				table.rows, table.withoutFigures(), List.of(),
				provinces.stream()
					.map((one) -> new Province(one.name(), address.in(one.code()).toString(), one.wards(),
							one.planned()))
					.toList(),
				(last < 2) ? List.of()
						: IntStream.rangeClosed(1, last)
							.mapToObj((page) -> new Page(page, address.at(page).toString(), page == address.page()))
							.toList());
	}

	private static @Nullable Definition compared(List<Definition> catalogue, OverviewAddress address) {
		return catalogue.stream()
			.filter((one) -> Long.valueOf(one.id()).equals(address.indicator()))
			.findFirst()
			.orElse(null);
	}

	public List<Verdict> verdicts() {
		return List.of(Verdict.values());
	}

	/** Of the columns. */
	public List<String> names() {
		return this.columns.stream().map((column) -> column.definition().name()).toList();
	}

	public List<WardOrder> orders() {
		List<WardOrder> orders = new ArrayList<>(List.of(WardOrder.values()));
		if (this.compared == null) {
			orders.remove(WardOrder.VALUE);
		}
		return orders;
	}

	/** Address of the same as a file, as spreadsheets read it. */
	public String file() {
		return this.address.file() + "&bom=true";
	}

	/** Address of the same with every shared indicator. */
	public String all() {
		return this.address.of(null).toString();
	}

	/** Address of the country's page. */
	public String country() {
		return this.address.in("").toString();
	}

	/**
	 * The table of wards that have a plan.
	 */
	private record Table(List<SharedColumn> columns, List<WardRow> rows) {

		static Table of(List<WardHeadline> wards, List<Definition> catalogue, OverviewAddress address) {
			List<Definition> used = catalogue.stream()
				.filter((one) -> wards.stream().anyMatch((ward) -> ward.shared().containsKey(one.id())))
				.toList();
			List<Long> ids = used.stream().map(Definition::id).toList();
			List<WardRow> rows = new ArrayList<>();
			for (WardHeadline ward : wards) {
				PlanSummary plan = ward.plan();
				if (plan != null) {
					rows.add(WardRow.of(ward, plan, ids, address));
				}
			}
			List<SharedColumn> columns = IntStream.range(0, used.size())
				.mapToObj((at) -> SharedColumn.of(at + 1, used.get(at),
						rows.stream().map((row) -> row.cells().get(at)).filter(Objects::nonNull).toList(), address))
				.toList();
			return new Table(columns, rows);
		}

		List<Ward> withoutFigures() {
			return this.rows.stream()
				.filter(WardRow::isWithoutFigures)
				.map((row) -> new Ward(row.name(), row.address()))
				.toList();
		}

	}

	record Ward(String name, String address) {

		static Ward of(WardHeadline ward) {
			return new Ward(ward.wardName(), "/wards/" + ward.wardCode());
		}

	}

	record Province(String name, String address, int wards, int planned) {
	}

	record Page(int number, String address, boolean current) {
	}

}
