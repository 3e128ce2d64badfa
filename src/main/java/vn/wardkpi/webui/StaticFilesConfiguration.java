package vn.wardkpi.webui;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves files, and looks for no other address among them. Scripts are served under an
 * address that changes whenever one of them does. Modules name each other by relative
 * addresses, so one version stands in front of all: a hash per file would leave what they
 * import behind in the browser's cache.
 */
@Configuration(proxyBeanMethods = false)
class StaticFilesConfiguration implements WebMvcConfigurer {

	private static final int VERSION_BYTES = 8;

	private final ResourcePatternResolver resources;

	StaticFilesConfiguration(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/js/**")
			.addResourceLocations("classpath:/static/js/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addFixedVersionStrategy(version(), "/**"));
		// Takes what no controller takes, so that an unknown address has a handler, and
		// with it language and styles.
		registry.addResourceHandler("/**").resourceChain(false).addResolver(new NoFile());
	}

	private String version() {
		try {
			MessageDigest digest = DigestUtils.getSha256Digest();
			for (Resource script : scripts()) {
				try (InputStream content = script.getInputStream()) {
					digest.update(content.readAllBytes());
				}
			}
			return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), VERSION_BYTES));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The scripts of the pages cannot be read", ex);
		}
	}

	private List<Resource> scripts() throws IOException {
		return Arrays.stream(this.resources.getResources("classpath:/static/js/**/*.js"))
			.sorted(Comparator.comparing(Resource::getDescription))
			.toList();
	}

}
