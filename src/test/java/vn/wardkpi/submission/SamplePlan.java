package vn.wardkpi.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * A small plan of a southern commune that has none yet, 2026 and 2027, modelled on Từ
 * Liêm's: revenue with two parts (1, 1.1, 1.2; "kinh-te"), schools (group 2 with 2.1 in
 * percent and 2.2; "van-hoa"), water supply (7; "kinh-te", bounded at 100 %),
 * undernutrition (17; "van-hoa" with "y-te", lower is better), detailed plans x/y (13;
 * "kinh-te") and a grade (23; "van-hoa").
 */
public final class SamplePlan {

	private static final Actor ADMIN = new Actor("admin-test", "Quản trị", Role.ADMIN, null, false, Set.of());

	private final WardCode ward;

	private final long planId;

	private SamplePlan(WardCode ward, long planId) {
		this.ward = ward;
		this.planId = planId;
	}

	public static SamplePlan store(JdbcClient jdbc, PlanService plans) {
		return store(jdbc, plans, 0);
	}

	/**
	 * @param more further percentage indicators of "van-hoa", numbered from 100
	 */
	public static SamplePlan store(JdbcClient jdbc, PlanService plans, int more) {
		WardCode ward = freeWard(jdbc);
		return new SamplePlan(ward, plans.adopt(draft(ward, more, List.of()), ADMIN));
	}

	/**
	 * With four further lead units, "to-1" to "to-4", that share the further percentages:
	 * six forms.
	 */
	public static SamplePlan storeWithSixForms(JdbcClient jdbc, PlanService plans, int more) {
		WardCode ward = freeWard(jdbc);
		return new SamplePlan(ward,
				plans.adopt(draft(ward, more, List.of(), List.of("to-1", "to-2", "to-3", "to-4")), ADMIN));
	}

	/**
	 * With a second part of revenue, 1.2, so that the two have to add up.
	 */
	public static SamplePlan storeWithTwoParts(JdbcClient jdbc, PlanService plans) {
		IndicatorDraft second = indicator("1.2", "1", "Thu tiền sử dụng đất", "Tỷ đồng", IndicatorRole.BREAKDOWN,
				Direction.HIGHER_IS_BETTER, ValueType.AMOUNT, Accumulation.SUM, false, 1);
		WardCode ward = freeWard(jdbc);
		return new SamplePlan(ward, plans.adopt(draft(ward, 0, List.of(second)), ADMIN));
	}

	private static WardCode freeWard(JdbcClient jdbc) {
		return new WardCode(jdbc.sql("""
				select code from ward where province_code >= '66' and length(code) = 5 and not exists (
				    select 1 from plan where plan.ward_code = ward.code) order by code limit 1
				""").query(String.class).single());
	}

	public WardCode ward() {
		return this.ward;
	}

	public long planId() {
		return this.planId;
	}

	public Actor official(String username, String... units) {
		return new Actor(username, username, Role.OFFICIAL, this.ward, units.length == 0, Set.of(units));
	}

	public Actor reviewer(String username) {
		return new Actor(username, username, Role.REVIEWER, this.ward, false, Set.of());
	}

	private static PlanDraft draft(WardCode ward, int more, List<IndicatorDraft> parts) {
		return draft(ward, more, parts, List.of());
	}

	private static PlanDraft draft(WardCode ward, int more, List<IndicatorDraft> parts, List<String> furtherUnits) {
		List<IndicatorDraft> indicators = new ArrayList<>(List.of(
				indicator("1", null, "Thu ngân sách", "Tỷ đồng", IndicatorRole.COUNTED, Direction.HIGHER_IS_BETTER,
						ValueType.AMOUNT, Accumulation.SUM, false, 1, "kinh-te"),
				indicator("1.1", "1", "Thu từ thuế", "Tỷ đồng", IndicatorRole.BREAKDOWN, Direction.HIGHER_IS_BETTER,
						ValueType.AMOUNT, Accumulation.SUM, false, 1),
				indicator("2", null, "Số trường đạt chuẩn", null, IndicatorRole.GROUP, Direction.HIGHER_IS_BETTER,
						ValueType.PERCENT, Accumulation.LAST, true, 1, "van-hoa"),
				indicator("2.1", "2", "Tỷ lệ trường đạt chuẩn", "%", IndicatorRole.BREAKDOWN,
						Direction.HIGHER_IS_BETTER, ValueType.PERCENT, Accumulation.LAST, true, 1, "van-hoa"),
				indicator("2.2", "2", "Công nhận lại", "Trường", IndicatorRole.BREAKDOWN, Direction.HIGHER_IS_BETTER,
						ValueType.COUNT, Accumulation.SUM, false, 0, "van-hoa"),
				indicator("7", null, "Tỷ lệ hộ được cung cấp nước sạch", "%", IndicatorRole.COUNTED,
						Direction.HIGHER_IS_BETTER, ValueType.PERCENT, Accumulation.EVERY_YEAR, true, 0, "kinh-te"),
				indicator("13", null, "Đồ án quy hoạch chi tiết", "%", IndicatorRole.COUNTED,
						Direction.HIGHER_IS_BETTER, ValueType.RATIO, Accumulation.RATIO_OF_SUMS, true, 0, "kinh-te"),
				indicator("17", null, "Tỷ lệ trẻ em suy dinh dưỡng", "%", IndicatorRole.COUNTED,
						Direction.LOWER_IS_BETTER, ValueType.PERCENT, Accumulation.LAST, true, 1, "van-hoa", "y-te"),
				indicator("23", null, "Xếp loại chính quyền", null, IndicatorRole.COUNTED, Direction.HIGHER_IS_BETTER,
						ValueType.QUALITATIVE, Accumulation.EVERY_YEAR, false, 0, "van-hoa")));
		indicators.addAll(2, parts);
		List<TargetDraft> targets = new ArrayList<>(List.of(
				target("1", "9.923,5", null, "9923.5", null, 1, ValueType.AMOUNT),
				target("1.1", "7.082,5", null, "7082.5", null, 1, ValueType.AMOUNT),
				target("2.1", "66,7%", null, "66.7", null, 1, ValueType.PERCENT),
				target("2.2", "1", null, "1", null, 0, ValueType.COUNT),
				target("7", "100%", null, "100", null, 0, ValueType.PERCENT),
				target("13", "03/03 đồ án", null, "3", "3", 0, ValueType.RATIO),
				target("17", "6,1%", null, "6.1", null, 1, ValueType.PERCENT),
				target("23", "hoàn thành tốt nhiệm vụ", Comparator.QUALITATIVE, null, null, 0, ValueType.QUALITATIVE)));
		for (int i = 0; i < more; i++) {
			String no = String.valueOf(100 + i);
			indicators.add(indicator(no, null, "Tỷ lệ thứ " + no, "%", IndicatorRole.COUNTED,
					Direction.HIGHER_IS_BETTER, ValueType.PERCENT, Accumulation.LAST, true, 1,
					furtherUnits.isEmpty() ? "van-hoa" : furtherUnits.get(i % furtherUnits.size())));
			targets.add(target(no, "50%", null, "50", null, 0, ValueType.PERCENT));
		}
		PlanDraft.DecisionDraft decision = new PlanDraft.DecisionDraft(Issuer.WARD_COUNCIL, "15/NQ-HĐND", null,
				LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 1), null, targets);
		List<PlanDraft.LeadUnitDraft> units = new ArrayList<>(
				List.of(new PlanDraft.LeadUnitDraft("kinh-te", "Phòng Kinh tế"),
						new PlanDraft.LeadUnitDraft("van-hoa", "Phòng Văn hóa"),
						new PlanDraft.LeadUnitDraft("y-te", "Trạm Y tế")));
		furtherUnits.forEach((code) -> units.add(new PlanDraft.LeadUnitDraft(code, code.replace("to-", "Tổ "))));
		return new PlanDraft(ward, "Kế hoạch thử", 2026, 2027, null, false, units, indicators, List.of(decision));
	}

	private static IndicatorDraft indicator(String no, @Nullable String parentNo, String name, @Nullable String unit,
			IndicatorRole role, Direction direction, ValueType valueType, Accumulation accumulation, boolean bounded,
			int decimals, String... units) {
		return new IndicatorDraft(no, parentNo, name, unit, null, role, "2.1".equals(no), direction, valueType,
				accumulation, bounded, decimals, baseline(no), null, List.of(units));
	}

	private static @Nullable Baseline baseline(String no) {
		return switch (no) {
			case "2.1" -> new Baseline(2025, "66,7%", new BigDecimal("66.7"), true);
			case "17" -> new Baseline(2025, "6,2%", new BigDecimal("6.2"), true);
			default -> null;
		};
	}

	private static TargetDraft target(String no, String text, @Nullable Comparator comparator, @Nullable String value,
			@Nullable String upper, int decimals, ValueType valueType) {
		return new TargetDraft(no, 2026,
				new ParsedTarget(text, comparator, (value != null) ? new BigDecimal(value) : null,
						(upper != null) ? new BigDecimal(upper) : null, null, decimals, valueType, false));
	}

}
