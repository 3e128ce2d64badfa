package vn.wardkpi.dashboard.web.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells one build of the program from another by what pages are made of, so that no page
 * of an earlier build is taken for this one's. Two instances of a build agree.
 */
@Component
class ProgramVersion {

	private static final List<String> PARTS = List.of("classpath*:vn/wardkpi/**/*.class", "classpath*:templates/**",
			"classpath*:messages/**", "classpath*:static/**");

	private final ResourcePatternResolver resources;

	private final SingletonSupplier<String> version = SingletonSupplier.of(this::read);

	ProgramVersion(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	String get() {
		return this.version.obtain();
	}

	private String read() {
		try {
			List<byte[]> parts = new ArrayList<>();
			for (String pattern : PARTS) {
				for (Resource resource : this.resources.getResources(pattern)) {
					if (resource.isReadable()) {
						parts.add(digest(resource));
					}
				}
			}
			parts.sort(java.util.Arrays::compare);
			MessageDigest all = DigestUtils.getSha256Digest();
			parts.forEach(all::update);
			return HexFormat.of().formatHex(all.digest(), 0, 8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] digest(Resource resource) throws IOException {
		try (InputStream content = resource.getInputStream()) {
			return DigestUtils.sha256(content);
		}
	}

}
