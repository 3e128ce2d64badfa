package vn.wardkpi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Goes through pages over real HTTP as a browser without scripts does: keeps cookies,
 * sends forms with their hidden fields, does not follow redirects of itself.
 */
public final class Browser {

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI base;

	public Browser(int port) {
		this.base = URI.create("http://localhost:" + port);
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET().build());
	}

	public Document page(String path) {
		return Jsoup.parse(get(path).body());
	}

	/**
	 * Posts these fields alone.
	 */
	public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/**
	 * Opens a page and sends the form on it that goes to the action, with its hidden
	 * fields.
	 */
	public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>();
		page(page).select("form[action=" + action + "] input[type=hidden]")
			.forEach((hidden) -> all.put(hidden.attr("name"), hidden.attr("value")));
		all.putAll(fields);
		return post(action, all);
	}

	public HttpResponse<String> signIn(String username, String password) {
		return submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
	}

	/**
	 * What a program sends.
	 */
	public HttpResponse<String> send(String method, String path, String body, String... headers) {
		return send(request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
	}

	/**
	 * The header by which programs send a password.
	 */
	public static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	public String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("SESSION"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	/**
	 * What another instance or another person's machine would send.
	 */
	public void replaceSession(String value) {
		this.cookies.getCookieStore().removeAll();
		HttpCookie cookie = new HttpCookie("SESSION", value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(this.base, cookie);
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
