package vn.wardkpi.account.people;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.shared.SearchKey;

/**
 * A column of a list of people, with the words of its heading without marks. Of two that
 * fit the first is meant.
 */
public enum PersonColumn {

	USERNAME("username", "ten dang nhap|tai khoan|username|user name"),
	EMAIL("email", "thu dien tu|email|e-mail|hop thu"), ROLE("role", "vai tro|quyen|role"),
	LEAD_UNITS("leadUnits", "don vi chu tri|phong ban|lead unit"), PLACE("ward", "don vi|phuong|ward|place"),
	NAME("displayName", "ho ten|ho va ten|ho, ten|name");

	private final String field;

	private final String words;

	PersonColumn(String field, String words) {
		this.field = field;
		this.words = words;
	}

	/** What the API calls it. */
	public String field() {
		return this.field;
	}

	/**
	 * The columns that a row of headings names, with their places from 0.
	 */
	static Map<PersonColumn, Integer> in(List<String> headings) {
		Map<PersonColumn, Integer> found = new EnumMap<>(PersonColumn.class);
		for (int at = 0; at < headings.size(); at++) {
			String key = SearchKey.of(headings.get(at));
			for (PersonColumn column : values()) {
				if (Arrays.stream(column.words.split("\\|")).anyMatch(key::contains)) {
					found.putIfAbsent(column, at);
					break;
				}
			}
		}
		return found;
	}

}
