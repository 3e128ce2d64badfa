package vn.wardkpi.ward;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WardsTests extends IntegrationTest {

	@Autowired
	private Wards wards;

	@Autowired
	private WardSearch search;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void knowsThe34ProvincesAndThe3321CommunesInForce() {
		assertThat(this.wards.provinces()).hasSize(34);
		assertThat(this.wards.inForce(null, LocalDate.now(this.clock))).hasSize(3321);
		assertThat(this.wards.inForce("01", LocalDate.now(this.clock))).hasSize(126)
			.allMatch((ward) -> ward.provinceName().endsWith("Hà Nội"));
		assertThat(count("kind = 'PHUONG'")).isEqualTo(697);
		assertThat(count("kind = 'XA'")).isEqualTo(2611);
		assertThat(count("kind = 'DAC_KHU'")).isEqualTo(13);
	}

	@Test
	void storesSearchKeysAsTheProgramMakesThem() {
		List<Map<String, Object>> rows = this.jdbc
			.sql("select name, search_key from ward union all select name, search_key from province")
			.query()
			.listOfRows();
		assertThat(rows).hasSizeGreaterThan(3321)
			.allSatisfy((row) -> assertThat(row).containsEntry("search_key",
					SearchKey.of(String.valueOf(row.get("name")))));
	}

	@Test
	void namesAreUniqueWithinAProvince() {
		assertThat(this.jdbc
			.sql("select count(*) from (select from ward group by province_code, name having count(*) > 1) t")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void findsWithoutMarksAndPutsTheVeryNameFirst() {
		assertThat(this.search.search("tu liem", null, 10)).first()
			.extracting(Ward::code)
			.isEqualTo(new WardCode("00592"));
		assertThat(this.search.search("TỪ LIÊM", null, 10)).first()
			.extracting(Ward::code)
			.isEqualTo(new WardCode("00592"));
		assertThat(this.search.search("phường từ liêm, Hà Nội", null, 10)).extracting(Ward::displayName)
			.containsExactly("phường Từ Liêm, Hà Nội");
		assertThat(this.search.search("dong dang", null, 10)).extracting(Ward::name).contains("Xã Đồng Đăng");
		assertThat(this.search.search("00592", null, 10)).extracting(Ward::name).containsExactly("Phường Từ Liêm");
		assertThat(this.search.search("tan phu dong nai", null, 10)).extracting(Ward::name)
			.containsExactly("Phường Tân Phú");
	}

	@Test
	void doesNotTakeAProvincesNameForAWards() {
		assertThat(this.search.search("khanh hoa", null, 5000))
			.allMatch((ward) -> SearchKey.of(ward.name()).contains("khanh hoa"));
		assertThat(this.search.search("không có nơi này", null, 10)).isEmpty();
		assertThat(this.search.search(" ", null, 10)).isEmpty();
		assertThat(this.search.search("100%", null, 10)).isEmpty();
	}

	@Test
	void sortsTheVietnameseWay() {
		List<String> names = this.jdbc
			.sql("select name from ward where code in ('00004', '00292', '00008') order by name collate \"vi-x-icu\"")
			.query(String.class)
			.list();
		assertThat(names).containsExactly("Phường Ba Đình", "Phường Bạch Mai", "Phường Ngọc Hà");
		assertThat(this.jdbc.sql("""
				select string_agg(word, ' ' order by word collate "vi-x-icu")
				from unnest(array['đa', 'da', 'ca', 'câ', 'cá', 'cạ', 'cà', 'cã', 'cả', 'că', 'e', 'ê']) word
				""").query(String.class).single()).isEqualTo("ca cà cả cã cá cạ că câ da đa e ê");
	}

	@Test
	@Transactional(readOnly = true)
	void keepsWhatUnitsWereMadeOf() {
		assertThat(this.wards.require("00613").predecessors()).extracting(Ward.Predecessor::name)
			.containsExactly("Phường Minh Khai", "Phường Tây Tựu");
		assertThat(this.wards.require("26368").predecessors()).extracting(Ward.Predecessor::kind).containsExactly("XA");
		assertThat(this.wards.require("26368").validFrom()).hasToString("2026-04-30");
		assertThat(count("valid_from = '2026-04-30'")).isEqualTo(10);
		assertThat(this.wards.require("009").validTo()).hasToString("2025-07-01");
		assertThat(this.search.search("thanh xuan", "01", 10)).extracting(Ward::name)
			.startsWith("Phường Thanh Xuân", "Quận Thanh Xuân");
	}

	@Test
	void refusesUnknownCodes() {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.wards.require("98765"))
			.matches((ex) -> ex.kind() == RefusedException.Kind.NOT_FOUND);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.wards.require("abc"))
			.matches((ex) -> ex.kind() == RefusedException.Kind.NOT_FOUND);
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from ward where not illustrative and valid_to is null and " + condition)
			.query(Integer.class)
			.single();
	}

}
