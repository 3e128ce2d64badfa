package vn.wardkpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private static final Path PICTURE = Path.of("docs/modules.md");

	private static final List<String> EVERYBODYS = List.of("shared", "database");

	private final ApplicationModules modules = ApplicationModules.of(WardKpiApplication.class);

	@Test
	void modulesUseEachOtherAsStated() {
		this.modules.verify();
	}

	/**
	 * The picture is drawn from the classes; where it differs, the one in {@code target}
	 * takes its place.
	 */
	@Test
	void thePictureShowsTheModulesAsTheyAre() throws IOException {
		String drawn = picture();
		Path file = Path.of("target").resolve(PICTURE.getFileName());
		Files.writeString(file, drawn);
		assertThat(Files.readString(PICTURE)).as("%s is out of date: copy %s over it", PICTURE, file).isEqualTo(drawn);
	}

	private String picture() {
		List<String> lines = this.modules.stream()
			.filter((module) -> !EVERYBODYS.contains(name(module)))
			.flatMap(this::arrows)
			.sorted()
			.distinct()
			.toList();
		return """
				# Modules

				An arrow goes from a module to one that its classes use; `shared` and `database` are everybody's and
				left out. Drawn by `ModularityTests` from what Spring Modulith finds, which fails when it is out of date.

				```mermaid
				graph TD
				%s
				```
				"""
			.formatted(String.join("\n", lines));
	}

	private Stream<String> arrows(ApplicationModule module) {
		List<String> arrows = module.getDirectDependencies(this.modules)
			.stream()
			.filter((dependency) -> dependency.getDependencyType() != DependencyType.EVENT_LISTENER)
			.map(ApplicationModuleDependency::getTargetModule)
			.map(ModularityTests::name)
			.filter((target) -> !EVERYBODYS.contains(target) && !target.equals(name(module)))
			.distinct()
			.map((target) -> "    " + name(module) + " --> " + target)
			.toList();
		return arrows.isEmpty() ? Stream.of("    " + name(module)) : arrows.stream();
	}

	private static String name(ApplicationModule module) {
		return module.getIdentifier().toString();
	}

}
