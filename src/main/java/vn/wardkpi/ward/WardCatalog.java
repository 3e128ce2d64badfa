package vn.wardkpi.ward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward.Predecessor;

/**
 * Reads provinces and wards, and finds wards by what people type.
 */
@Service
public class WardCatalog {

	private static final String WARDS = """
			select w.code, w.name, w.kind, w.province_code, v.name as province_name, w.illustrative, w.valid_from,
			       w.valid_to, exists (select 1 from plan p where p.ward_code = w.code) as has_plans,
			       regexp_replace(w.search_key, '^(phuong|xa|dac khu|quan|huyen) ', '') as bare_key,
			       regexp_replace(w.name, '^(Phường|Xã|Đặc khu|Quận|Huyện) ', '') as bare_name, w.search_key,
			       w.search_key || ' ' || regexp_replace(v.search_key, '^(thanh pho|tinh) ', '') as long_key
			from ward w join province v on v.code = w.province_code
			""";

	// Vietnamese order whatever the server's locale; see conventions.
	private static final String BY_NAME = "bare_name collate \"vi-x-icu\", province_name collate \"vi-x-icu\", code";

	private final JdbcClient jdbc;

	private final Clock clock;

	WardCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<Ward> find(WardCode code) {
		return withPredecessors(this.jdbc.sql(WARDS + "where w.code = :code")
			.param("code", code.value())
			.query(WardCatalog::ward)
			.list()).stream().findFirst();
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such ward
	 */
	public Ward require(WardCode code) {
		return find(code).orElseThrow(() -> unknown(code.value()));
	}

	/**
	 * @throws RefusedException NOT_FOUND if the text is no ward's code
	 */
	public Ward require(String code) {
		if (!WardCode.isValid(code)) {
			throw unknown(code);
		}
		return require(new WardCode(code));
	}

	/**
	 * The official units in force today, by code: without invented and abolished ones.
	 * @param province code of a province, or {@code null} for the whole country
	 */
	public List<Ward> inForce(@Nullable String province) {
		return withPredecessors(this.jdbc.sql(WARDS + """
				where not w.illustrative and (w.valid_from is null or w.valid_from <= :today)
				      and (w.valid_to is null or w.valid_to > :today)
				      and (cast(:province as text) is null or w.province_code = :province)
				order by w.code
				""")
			.param("today", LocalDate.now(this.clock))
			.param("province", province)
			.query(WardCatalog::ward)
			.list());
	}

	/**
	 * Wards whose name contains the words, whatever the case, marks and đ/d; with or
	 * without the kind before and the province behind ("phuong tu liem ha noi"); or whose
	 * code begins so. The best matches first: the very name, then names that begin so,
	 * then the others, each in Vietnamese order. Abolished and invented units are found
	 * too.
	 * @param query at least one letter or digit; else nothing is found
	 * @param province code of a province, or {@code null} for the whole country
	 * @param limit most wards answered
	 */
	public List<Ward> search(String query, @Nullable String province, int limit) {
		String key = SearchKey.of(query.replace(',', ' '));
		if (key.isEmpty()) {
			return List.of();
		}
		return withPredecessors(this.jdbc.sql("select * from (" + WARDS + """
				where cast(:province as text) is null or w.province_code = :province) as found
				where position(:key in long_key) between 1 and length(search_key) or starts_with(code, :key)
				order by case when :key in (bare_key, search_key, long_key, code) then 0
				              when starts_with(bare_key, :key) then 1
				              else 2 end,
				         valid_to is not null,
				""" + BY_NAME + " limit :limit")
			.param("key", key)
			.param("province", province)
			.param("limit", limit)
			.query(WardCatalog::ward)
			.list());
	}

	/**
	 * The wards of which a plan is stored, in Vietnamese order.
	 */
	public List<Ward> withPlans() {
		return withPredecessors(this.jdbc.sql("select * from (" + WARDS + """
				) as found
				where has_plans order by
				""" + BY_NAME).query(WardCatalog::ward).list());
	}

	/**
	 * All provinces in Vietnamese order.
	 */
	public List<Province> provinces() {
		return this.jdbc.sql("""
				select code, name, kind, former_name, renamed_on from province
				order by regexp_replace(name, '^(Thành phố|Tỉnh) ', '') collate "vi-x-icu"
				""")
			.query((rs, n) -> new Province(text(rs, "code"), text(rs, "name"), text(rs, "kind"),
					rs.getString("former_name"), rs.getObject("renamed_on", LocalDate.class)))
			.list();
	}

	private List<Ward> withPredecessors(List<Ward> wards) {
		if (wards.isEmpty()) {
			return wards;
		}
		Map<String, List<Predecessor>> predecessors = this.jdbc.sql("""
				select ward_code, predecessor_name, predecessor_kind, part, source from ward_predecessor
				where ward_code = any(:codes) order by part, predecessor_name collate "vi-x-icu"
				""")
			.param("codes", wards.stream().map((ward) -> ward.code().value()).toArray(String[]::new))
			.query((rs, n) -> Map.entry(text(rs, "ward_code"),
					new Predecessor(text(rs, "predecessor_name"), text(rs, "predecessor_kind"), rs.getBoolean("part"),
							text(rs, "source"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return wards.stream()
			.map((ward) -> new Ward(ward.code(), ward.name(), ward.kind(), ward.provinceCode(), ward.provinceName(),
					ward.illustrative(), ward.validFrom(), ward.validTo(), ward.hasPlans(),
					predecessors.getOrDefault(ward.code().value(), List.of())))
			.toList();
	}

	private static RefusedException unknown(String code) {
		return new RefusedException(Kind.NOT_FOUND, "ward.unknown", code);
	}

	private static Ward ward(ResultSet rs, int rowNumber) throws SQLException {
		return new Ward(new WardCode(text(rs, "code")), text(rs, "name"), WardKind.valueOf(text(rs, "kind")),
				text(rs, "province_code"), text(rs, "province_name"), rs.getBoolean("illustrative"),
				rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class),
				rs.getBoolean("has_plans"), List.of());
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
