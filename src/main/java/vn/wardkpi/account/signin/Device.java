package vn.wardkpi.account.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, as people call it: "Chrome · Windows". It may say anything,
 * so only known names are taken.
 */
final class Device {

	private static final Map<String, String> BROWSERS = browsers();

	private static final Map<String, String> SYSTEMS = systems();

	private Device() {
	}

	static String of(@Nullable String agent) {
		return name(agent, BROWSERS) + " · " + name(agent, SYSTEMS);
	}

	private static String name(@Nullable String agent, Map<String, String> names) {
		return names.entrySet()
			.stream()
			.filter((one) -> agent != null && agent.contains(one.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("–");
	}

	/** The first that is named is meant: most say that they are also another. */
	private static Map<String, String> browsers() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put("coc_coc", "Cốc Cốc");
		names.put("Edg", "Edge");
		names.put("OPR/", "Opera");
		names.put("Firefox/", "Firefox");
		names.put("Chrome/", "Chrome");
		names.put("Safari/", "Safari");
		return names;
	}

	private static Map<String, String> systems() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put("Android", "Android");
		names.put("iPhone", "iPhone");
		names.put("iPad", "iPad");
		names.put("Windows", "Windows");
		names.put("Mac OS X", "macOS");
		names.put("Linux", "Linux");
		return names;
	}

}
