package vn.wardkpi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What a newcomer starts: the embedded database with the demo data, on a random port. One
 * context for every test that extends this; tests leave each other's forms alone.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
public abstract class DemoInstallation {

	public static final String PASSWORD = "tu-liem-2026";

	private static final Path DATA = temporary();

	@DynamicPropertySource
	static void dataDirectory(DynamicPropertyRegistry registry) {
		registry.add("ward-kpi.data-dir", DATA::toString);
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("ward-kpi-demo");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
