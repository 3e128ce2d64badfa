package vn.wardkpi.planimport.mutation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Annexes in layouts that no file of the test data has: rows by lines, cells between
 * bars.
 */
final class BaseAnnexes {

	private BaseAnnexes() {
	}

	static Map<String, String> all() {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("sections that number again", """
				TT|Chỉ tiêu|ĐVT|TH 2025|Năm 2026|Năm 2027|Năm 2028|Năm 2029|Năm 2030
				I|KINH TẾ|||||||
				1|Thu ngân sách nhà nước trên địa bàn|tỷ đồng|112,5|120|130|140|150|160
				-|Thu từ đất|tỷ đồng|12,5|20|30|40|50|60
				-|Thu khác|tỷ đồng|100|100|100|100|100|100
				2|Thu nhập bình quân đầu người|triệu đồng|85|90|95|100|105|110
				II|VĂN HÓA - XÃ HỘI|||||||
				1|Tỷ lệ hộ nghèo đa chiều|%|1,4|1,3|1,2|1,1|1,0|0,9
				2|Số trường đạt chuẩn quốc gia|trường|12/18|13/18|14/18|15/18|16/18|18/18
				a)|Mầm non|trường|4/6|4/6|5/6|5/6|5/6|6/6
				b)|Tiểu học|trường|8/12|9/12|9/12|10/12|11/12|12/12
				""");
		all.put("words alone over sections, of which", """
				STT|Nội dung chỉ tiêu|Đơn vị|KQ 2025|2026|2027|2028|2029|2030|Giai đoạn 2026-2030
				|Lĩnh vực kinh tế||||||||
				1|Tổng thu ngân sách|tỷ đồng|1.112,5|1.120|1.130|1.140|1.150|1.160|5.700
				|Trong đó:||||||||
				|Thu nội địa|tỷ đồng|912,5|920|930|940|950|960|4.700
				|Thu từ đất|tỷ đồng|200|200|200|200|200|200|1.000
				2|Số doanh nghiệp thành lập mới|doanh nghiệp|50|50|60|70|80|90|350
				|Lĩnh vực xã hội||||||||
				3|Số lao động được giải quyết việc làm|người|1.900|2.000|2.000|2.000|2.000|2.000|10.000
				4|Tỷ lệ lao động qua đào tạo|%|70|72|74|76|78|80|80
				""");
		all.put("issuers side by side", """
				TT|Chỉ tiêu|Đơn vị tính|TH 2025|Thành phố giao năm 2026|HĐND phường giao năm 2026|Cơ quan chủ trì
				1|Thu ngân sách nhà nước|tỷ đồng|112,5|118|120|Phòng Kinh tế, Hạ tầng và Đô thị
				2|Tỷ lệ hộ nghèo|%|1,4|1,35|1,3|Phòng Văn hóa - Xã hội
				3|Số vụ phạm pháp hình sự giảm còn|vụ|55|50|48|Công an phường
				""");
		all.put("annual plan", """
				TT|Chỉ tiêu|ĐVT|TH 2025|KH 2026|Ghi chú
				1|Tốc độ tăng giá trị sản xuất|%|8,5|9,0|
				2|Sản lượng lương thực|tấn|5.200|5.300|Cả hai vụ
				3|Tỷ lệ chất thải được thu gom|%|96,5%|97,5%|
				4|Gia đình văn hóa|%|≥ 90|≥ 92|
				""");
		all.put("pairs of years, four levels", """
				TT|Chỉ tiêu|ĐVT|TH 2024|TH 2025|KH 2026|KH 2027|KH 2028|KH 2029|KH 2030
				1|Dân số trung bình|người|98.000|99.000|100.000|101.000|102.000|103.000|104.000
				1.1|Thành thị|người|48.000|49.000|50.000|51.000|52.000|53.000|54.000
				1.1.1|Nam|người|24.000|24.500|25.000|25.500|26.000|26.500|27.000
				1.1.1.1|Dưới 16 tuổi|người|4.000|4.500|5.000|5.500|6.000|6.500|7.000
				2|Tỷ lệ tham gia bảo hiểm y tế|%|94|95|95,5|96|96,5|97|97,5
				3|Tỷ lệ che phủ rừng|%|41,2|41,2|41,5|41,8|42|42|42
				4|Số thôn đạt chuẩn nông thôn mới|thôn|3|4|5|6|7|8|9
				5|Diện tích trồng rừng mới|ha|9|10|12|8|10|10|10
				6|Độ che phủ cây xanh|m2/người|2,5|2,6|2,7|2,8|2,9|3,0|3,1
				7|Tỷ lệ sử dụng nước sạch|%|90|91|92|93|94|95|96
				8|Số giường bệnh|giường|90|91|92|93|94|95|96
				9|Số bác sĩ|bác sĩ|9|9|9|9|9|9|9
				10|Số hợp tác xã|HTX|9|9|10|10|11|11|12
				""");
		return all;
	}

	/** The annex as a text file. */
	static byte[] file(String annex) {
		return annex.replace('|', ';').getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

}
