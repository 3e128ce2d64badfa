package vn.wardkpi.ward;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;

/**
 * Finds wards by what people type, and sorts them the Vietnamese way whatever the
 * server's locale: what only SQL can say.
 */
@Service
@Transactional(readOnly = true)
public class WardSearch {

	private static final String WARDS = """
			select {w.*}, {v.*}
			from ward w
			join province v on v.code = w.province_code
			cross join lateral (
			    select regexp_replace(w.search_key, '^(phuong|xa|dac khu|quan|huyen) ', '') as bare,
			           w.search_key || ' ' || regexp_replace(v.search_key, '^(thanh pho|tinh) ', '') as long) key
			""";

	private static final String BY_NAME = """
			regexp_replace(w.name, '^(Phường|Xã|Đặc khu|Quận|Huyện) ', '') collate "vi-x-icu",
			v.name collate "vi-x-icu", w.code
			""";

	private final EntityManager entities;

	private final ObjectProvider<PlannedWards> plans;

	WardSearch(EntityManager entities, ObjectProvider<PlannedWards> plans) {
		this.entities = entities;
		this.plans = plans;
	}

	/**
	 * Wards whose name contains the words, whatever the case, marks and đ/d; with or
	 * without the kind before and the province behind ("phuong tu liem ha noi"); or whose
	 * code begins so; or which were called so, or made of a unit that was. The best
	 * matches first: the very name, then names that begin so, then the others, then those
	 * found by an old name, each in Vietnamese order. Abolished and invented units are
	 * found too.
	 * @param query at least one letter or digit; else nothing is found
	 * @param province code of a province, or {@code null} for the whole country
	 * @param limit most wards answered
	 */
	public List<Ward> search(String query, @Nullable String province, int limit) {
		String key = SearchKey.of(query.replace(',', ' '));
		if (key.isEmpty()) {
			return List.of();
		}
		return wards("""
				where (:province = '' or w.province_code = :province)
				      and (position(:key in key.long) between 1 and length(w.search_key) or starts_with(w.code, :key)
				           or exists (select from ward_predecessor p
				                      where p.ward_code = w.code and position(:key in p.search_key) > 0)
				           or exists (select from ward_former_name f
				                      where f.ward_code = w.code and position(:key in f.search_key) > 0))
				order by case when :key in (key.bare, w.search_key, key.long, w.code) then 0
				              when starts_with(key.bare, :key) then 1
				              when position(:key in key.long) between 1 and length(w.search_key) then 2
				              else 3 end,
				         w.valid_to is not null,
				""" + BY_NAME + " limit :limit",
				Map.of("key", key, "province", (province != null) ? province : "", "limit", limit));
	}

	/**
	 * The codes of those wards of which a plan is stored; none where nobody keeps plans.
	 */
	public Set<WardCode> planned(List<Ward> among) {
		Set<WardCode> codes = among.stream().map(Ward::code).collect(Collectors.toUnmodifiableSet());
		return this.plans.stream()
			.flatMap((keeper) -> keeper.plannedAmong(codes).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	private Set<WardCode> planned() {
		return this.plans.stream()
			.flatMap((keeper) -> keeper.plannedWards().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The wards of which a plan is stored, in Vietnamese order.
	 */
	public List<Ward> withPlans() {
		return byName(planned());
	}

	/**
	 * The first of them.
	 * @param limit most wards answered
	 */
	public List<Ward> withPlans(int limit) {
		return wards("where w.code = any(:codes) order by " + BY_NAME + " limit :limit",
				Map.of("codes", codes(planned()), "limit", limit));
	}

	/**
	 * The same with those that are named besides.
	 */
	public List<Ward> withPlansAnd(Set<WardCode> others) {
		Set<WardCode> codes = new HashSet<>(planned());
		codes.addAll(others);
		return byName(codes);
	}

	private List<Ward> byName(Set<WardCode> codes) {
		return wards("where w.code = any(:codes) order by " + BY_NAME, Map.of("codes", codes(codes)));
	}

	private static String[] codes(Set<WardCode> wards) {
		return wards.stream().map(WardCode::value).toArray(String[]::new);
	}

	private List<Ward> wards(String condition, Map<String, Object> parameters) {
		NativeQuery<Ward> query = this.entities.unwrap(Session.class)
			.createNativeQuery(WARDS + condition, Ward.class, "w")
			.addJoin("v", "w.province");
		parameters.forEach(query::setParameter);
		return query.getResultList();
	}

}
