package vn.wardkpi.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser that all journeys share: the system's Chromium, never a downloaded one.
 */
final class Chromium {

	/** The shell draws nothing on a screen and takes half the time. */
	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable");

	private static @Nullable Browser browser;

	private Chromium() {
	}

	/**
	 * The running browser. Without one, a run under CI fails; elsewhere the test is
	 * skipped with a word on standard error.
	 */
	static synchronized Browser require() {
		if (browser == null) {
			browser = launch();
		}
		return browser;
	}

	private static Browser launch() {
		Optional<Path> executable = find();
		if (executable.isEmpty()) {
			String message = "BROWSER TESTS SKIPPED: no Chromium found. Install one (Debian: apt-get install chromium)"
					+ " or name it in the environment variable CHROMIUM.";
			if (System.getenv("CI") != null) {
				throw new IllegalStateException(message);
			}
			System.err.println(message);
			Assumptions.abort(message);
		}
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable.orElseThrow())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	private static Optional<Path> find() {
		String named = System.getenv("CHROMIUM");
		if (named != null) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		List<String> folders = List.of(path.split(java.io.File.pathSeparator));
		return NAMES.stream()
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
