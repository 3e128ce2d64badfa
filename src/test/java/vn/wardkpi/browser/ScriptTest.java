package vn.wardkpi.browser;

import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Modules of the pages' scripts by themselves, in the browser they are made for: no page,
 * no server.
 */
abstract class ScriptTest {

	private static final String ORIGIN = "http://scripts.test";

	private static final Path FOLDER = Path.of("src/main/resources/static");

	private BrowserContext context;

	private Page page;

	@BeforeEach
	void openAnEmptyPage() {
		this.context = Chromium.require().newContext();
		this.page = this.context.newPage();
		this.page.route(ORIGIN + "/", (route) -> route.fulfill(
				new Route.FulfillOptions().setContentType("text/html").setBody("<!DOCTYPE html><title>-</title>")));
		this.page.route(ORIGIN + "/js/**", (route) -> route.fulfill(new Route.FulfillOptions()
			.setPath(FOLDER.resolve(route.request().url().substring(ORIGIN.length() + 1)))));
		this.page.navigate(ORIGIN + "/");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	/**
	 * What the function comes to.
	 */
	String result(String function, Object argument) {
		return String.valueOf(this.page.evaluate(function, argument));
	}

}
