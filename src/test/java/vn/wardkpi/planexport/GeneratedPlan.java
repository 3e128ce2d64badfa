package vn.wardkpi.planexport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanDraft.LeadUnitDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCode;

/**
 * A plan drawn from a seed: indicators of every type and role to three levels, sections,
 * every form of target, one issuer or several.
 */
final class GeneratedPlan {

	private static final List<String> NAMES = List.of("Thu ngân sách Nhà nước trên địa bàn",
			"Tỷ lệ dân số tham gia BHYT", "Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng giảm còn", "Giảm số hộ nghèo",
			"Tốc độ tăng tổng GTSP trên địa bàn", "Thu nhập bình quân",
			"Các tụ điểm phức tạp về an ninh, trật tự có thể gây mất ổn định cục bộ", "Công nhận lại", "Trồng mới rừng",
			"Cán bộ, công chức viên chức được tập huấn về chuyển đổi số", "Xây dựng nhà văn hóa; nâng cấp sân chơi",
			"SỐ DOANH NGHIỆP THÀNH LẬP MỚI", "Số vụ cháy, nổ (giảm so với năm trước)", "Tỷ lệ \"gia đình văn hóa\"",
			"Tổng diện tích ≥ 500 m²", "1.000 hộ dân được cấp nước sạch", "Kế hoạch năm 2025 chuyển sang",
			"Đơn vị tính giá trị sản xuất/1 ha đất", "=Tổng thu", "+ Thu từ thuế", "- Thu từ đất", "@ Số hóa hồ sơ",
			"Trong đó: vốn đầu tư công", "Ghi chú của cử tri được trả lời", "Mục tiêu quốc gia", "V. Giảm nghèo", "A",
			"12", "'Nhà sạch, vườn đẹp'", "Chỉ tiêu", "Tổng cộng", "I", "a) Nhóm một", "2. Nhóm hai", "Cộng hòa",
			"Nơi nhận: nước thải được xử lý", "Lĩnh vực kinh tế", "Tỷ lệ hộ nghèo (*)", "Diện tích cây xanh**");

	private static final List<String> FIELDS = List.of("Về kinh tế", "KINH TẾ", "Xã hội", "Quốc phòng - An ninh",
			"Cải cách hành chính, chuyển đổi số", "Lĩnh vực môi trường:", "Nhóm chỉ tiêu 1");

	private static final List<String> UNITS = List.of("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã Hội",
			"Công an Phường", "Trạm Y tế Phường", "Văn phòng HĐND và UBND", "Thuế cơ sở 8 thành phố Hà Nội");

	private static final List<String> NOTES = List.of("Chỉ tiêu pháp lệnh Thành phố giao năm 2026",
			"12/18 trường năm 2025; 17/18 trường năm 2030", "=1+1", "- Thực hiện theo chỉ tiêu Thành phố giao",
			"Hiện nay chưa có chuẩn nghèo mới", "x", "\"trích dẫn\", dấu phẩy; chấm phẩy", "theo chuẩn mới (*)");

	private static final List<@Nullable String> LEADERS = Arrays.asList(null, "Đ/c Nguyễn Văn An - Chủ tịch UBND", null,
			"Trần Thị Bình", null);

	/** Unit, then texts that may stand under it. */
	private static final Map<String, List<String>> TEXTS = Map.ofEntries(
			Map.entry("%", List.of("66,7%", "96,5%", "100%", "05%", "trên 98%", "dưới 4,5%", "tối thiểu 12%", "≥ 95%",
					"từ 98% trở lên", "không quá 2%", "5-7%", "từ 7,5 đến 8,0%/năm", "khoảng 30%", "duy trì 100%",
					"tiếp tục duy trì trên 95%", "-2,5 – -1,5%", "từ -2 đến -1%", "+5%", "-3,2%", "12,50%", "97", "0,5",
					"58,9% (66/112 thôn, tăng thêm 20 thôn)", "tăng lên 70%", "chưa công bố", "12/18 trường")),
			Map.entry("Tỷ đồng",
					List.of("9.923,5", "46.497,8", "112,5", "16 tỷ 434 triệu", "950 triệu đồng", "1.200", "tỉ 15,8",
							"trên 8.000", "500 - 800 triệu đồng", "-16 tỷ 434 triệu", "0,001", "9923,50", "1 234 567",
							"123.456.789.012,345")),
			Map.entry("Hộ",
					List.of("0", "12", "1.200", "Duy trì không có hộ nghèo theo chuẩn nghèo 2022 - 2025", "không còn",
							"≤ 3", "không quá 5 hộ", "2.000 hộ/năm", "2026")),
			Map.entry("Tiêu chí",
					List.of("hoàn thành tốt nhiệm vụ trở lên", "cơ bản đạt", "hai con số",
							"Hoàn thành và hoàn thành vượt mức chỉ tiêu Thành phố giao hàng năm", "Đạt")),
			Map.entry("Đồ án", List.of("03/03 đồ án", "04/09 thôn, làng", "01/01 đồ án", "từ 2/3 trở lên")),
			Map.entry("ha", List.of("642,5ha", "5.000 m²", "642,5", "12", "từ 1,5 đến 2,5 ha")));

	private static final List<String> DRAWN_UNITS = List.of("%", "%", "%", "Tỷ đồng", "Tỷ đồng", "Hộ", "Tiêu chí",
			"Đồ án", "ha");

	private final Random random;

	private final int from;

	private final int to;

	private final List<Issuer> yearly;

	private final List<Issuer> ofPeriod;

	private final boolean alike;

	private final boolean sections;

	private final List<IndicatorDraft> indicators = new ArrayList<>();

	private final Map<Issuer, List<TargetDraft>> targets = new java.util.EnumMap<>(Issuer.class);

	private @Nullable String field;

	GeneratedPlan(long seed) {
		this.random = new Random(seed);
		this.from = 2026;
		this.to = this.from + any(List.of(0, 4, 4, 4, 2));
		this.yearly = any(List.of(List.of(Issuer.WARD_COUNCIL), List.of(Issuer.WARD_COUNCIL),
				List.of(Issuer.WARD_COUNCIL, Issuer.CITY), List.of(Issuer.WARD_COUNCIL, Issuer.CITY),
				List.of(Issuer.CITY), List.of(Issuer.WARD_COUNCIL, Issuer.CITY, Issuer.PARTY_CONGRESS)));
		this.ofPeriod = any(
				List.of(List.of(), List.of(Issuer.WARD_COUNCIL), List.of(Issuer.WARD_COUNCIL, Issuer.PARTY_CONGRESS),
						List.of(Issuer.PARTY_CONGRESS), List.of(Issuer.WARD_COUNCIL, Issuer.CITY)));
		this.alike = this.random.nextBoolean();
		this.sections = this.random.nextInt(3) == 0;
		for (Issuer issuer : Issuer.values()) {
			this.targets.put(issuer, new ArrayList<>());
		}
	}

	PlanDraft draft(WardCode ward) {
		int rows = 1 + this.random.nextInt(14);
		for (int i = 1; i <= rows; i++) {
			if (this.sections && (this.field == null || this.random.nextInt(3) == 0)) {
				this.field = any(FIELDS);
			}
			if (this.random.nextInt(4) == 0) {
				parent(String.valueOf(i), null, 1);
			}
			else {
				indicator(String.valueOf(i), null, IndicatorRole.COUNTED, false);
			}
		}
		LocalDate start = LocalDate.of(2026, 1, 1);
		List<DecisionDraft> decisions = this.targets.entrySet()
			.stream()
			.map((entry) -> new DecisionDraft(entry.getKey(), null, null, null, start, null, entry.getValue()))
			.toList();
		return new PlanDraft(ward, "Kế hoạch phát triển kinh tế - xã hội " + this.from + " - " + this.to, this.from,
				this.to, null, false,
				UNITS.stream().map((name) -> new LeadUnitDraft(LeadUnitCode.of(name), name)).toList(), this.indicators,
				decisions);
	}

	private void parent(String no, @Nullable String above, int depth) {
		boolean group = this.random.nextBoolean();
		indicator(no, above,
				group ? IndicatorRole.GROUP : (above == null) ? IndicatorRole.COUNTED : IndicatorRole.BREAKDOWN, false);
		int parts = 1 + this.random.nextInt(depth == 1 ? 11 : 3);
		int decisive = (group && this.random.nextBoolean()) ? 1 + this.random.nextInt(parts) : 0;
		for (int i = 1; i <= parts; i++) {
			if (depth < 2 && this.random.nextInt(5) == 0) {
				parent(no + "." + i, no, depth + 1);
			}
			else {
				indicator(no + "." + i, no, IndicatorRole.BREAKDOWN, i == decisive);
			}
		}
	}

	private void indicator(String no, @Nullable String parent, IndicatorRole role, boolean decisive) {
		String unit = any(DRAWN_UNITS);
		List<String> texts = TEXTS.get(unit);
		List<ParsedTarget> own = new ArrayList<>();
		if (role != IndicatorRole.GROUP) {
			for (int year = this.from; year <= this.to; year++) {
				ParsedTarget same = (this.random.nextInt(6) > 0) ? parsed(any(texts), unit) : null;
				for (Issuer issuer : this.yearly) {
					if (this.random.nextInt(8) > 0) {
						add(issuer, no, year, this.alike ? same : parsed(any(texts), unit), own);
					}
				}
			}
			for (Issuer issuer : this.ofPeriod) {
				if (this.random.nextInt(4) > 0) {
					add(issuer, no, null, parsed(any(texts), unit), own);
				}
			}
		}
		int decimals = own.stream().mapToInt(ParsedTarget::decimals).max().orElse(0);
		ParsedTarget level = (role != IndicatorRole.GROUP && this.random.nextInt(3) > 0) ? parsed(any(texts), unit)
				: null;
		Baseline baseline = (level != null)
				? new Baseline(this.from - 1, level.text(), level.value(), this.random.nextBoolean()) : null;
		this.indicators.add(new IndicatorDraft(no, parent, name(), (role == IndicatorRole.GROUP) ? null : unit,
				this.field, role, decisive, any(List.of(Direction.values())), any(List.of(ValueType.values())),
				any(List.of(Accumulation.values())), this.random.nextBoolean(), decimals, baseline, note(),
				units(parent), LEADERS.get(this.indicators.size() % LEADERS.size())));
	}

	/** That the city set a target is said only where it did. */
	private @Nullable String note() {
		String note = (this.random.nextInt(4) == 0) ? any(NOTES) : null;
		return (note != null && note.contains("pháp lệnh")) ? null : note;
	}

	private String name() {
		return any(NAMES) + (this.random.nextBoolean() ? "" : " nhóm " + (char) ('A' + this.random.nextInt(26)));
	}

	private List<String> units(@Nullable String parent) {
		List<String> units = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0 || (units.isEmpty() && parent == null); i--) {
			String code = LeadUnitCode.of(any(UNITS));
			if (!units.contains(code)) {
				units.add(code);
			}
		}
		return units;
	}

	private void add(Issuer issuer, String no, @Nullable Integer year, @Nullable ParsedTarget target,
			List<ParsedTarget> own) {
		if (target != null) {
			this.targets.get(issuer).add(new TargetDraft(no, year, target));
			own.add(target);
		}
	}

	private static ParsedTarget parsed(String text, String unit) {
		if (TargetGrammar.read(text, unit) instanceof TargetGrammar.Reading.Understood understood) {
			return understood.target();
		}
		throw new IllegalArgumentException(text + " under " + unit);
	}

	private <T> T any(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
