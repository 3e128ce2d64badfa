package vn.wardkpi.ward;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;

/**
 * Adds invented wards for demonstrations; every page marks them as such.
 */
@Service
public class IllustrativeWards {

	private final JdbcClient jdbc;

	IllustrativeWards(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param name full name with its kind: "Phường Mẫu"
	 * @throws IllegalArgumentException if the code could be an official one
	 */
	@Transactional
	public void add(WardCode code, String name, WardKind kind, String provinceCode) {
		if (!code.value().startsWith("99")) {
			throw new IllegalArgumentException("Codes of invented wards begin with 99, which no official one does");
		}
		this.jdbc.sql("""
				insert into ward (code, name, kind, province_code, search_key, illustrative)
				values (?, ?, ?, ?, ?, true)
				""").params(code.value(), name, kind.name(), provinceCode, SearchKey.of(name)).update();
	}

}
