package vn.wardkpi;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house style, as far as classes show it.
 */
class ArchitectureTests {

	/** Lines of a file. */
	private static final long LONGEST = 300;

	/** Of a controller's method. */
	private static final int MOST_PARAMETERS = 6;

	/** Types of a package. */
	private static final long LARGEST = 27;

	private static JavaClasses program;

	@BeforeAll
	static void read() {
		program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("vn.wardkpi");
	}

	@Test
	void rulesKnowNeitherSpringNorTheDatabase() {
		noClasses().that()
			.resideInAnyPackage("..attainment..", "..shared..")
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "org.hibernate..")
			.check(program);
	}

	@Test
	void figuresAreNeverBinaryFloatingPoint() {
		noFields().that()
			.areDeclaredInClassesThat()
			.resideInAnyPackage("..attainment..", "..shared..", "..plan..", "..actual..", "..submission..",
					"..planimport..", "..dashboard..")
			.should()
			.haveRawType(double.class)
			.orShould()
			.haveRawType(float.class)
			.orShould()
			.haveRawType(Double.class)
			.orShould()
			.haveRawType(Float.class)
			.check(program);
		noClasses().that()
			.resideInAnyPackage("..attainment..", "..shared..", "..plan..", "..actual..", "..submission..")
			.should()
			.callMethod(BigDecimal.class, "doubleValue")
			.check(program);
	}

	@Test
	void timeComesFromAClock() {
		noClasses().should().callMethodWhere(readsTheSystemClock()).check(program);
	}

	@Test
	void controllersStayInTheirWebPackageAndUnseen() {
		classes().that()
			.areMetaAnnotatedWith(Controller.class)
			.should()
			.resideInAPackage("..web..")
			.orShould()
			.resideInAPackage("..webui..")
			.andShould()
			.notBePublic()
			.check(program);
	}

	@Test
	void noMethodOfAControllerTakesMoreThanOneCanTakeIn() {
		methods().that()
			.areDeclaredInClassesThat()
			.areMetaAnnotatedWith(Controller.class)
			.should(new ArchCondition<JavaMethod>("have at most " + MOST_PARAMETERS + " parameters") {
				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					int parameters = method.getRawParameterTypes().size();
					events.add(new SimpleConditionEvent(method, parameters <= MOST_PARAMETERS,
							method.getFullName() + " has " + parameters + " parameters"));
				}
			})
			.check(program);
	}

	@Test
	void repositoriesArePluralNounsThatExposeWhatIsUsed() {
		noClasses().that()
			.areAssignableTo(Repository.class)
			.should()
			.beAssignableTo(CrudRepository.class)
			.orShould()
			.beAssignableTo(JpaRepository.class)
			.orShould()
			.haveSimpleNameEndingWith("Repository")
			.check(program);
	}

	@Test
	void entitiesChangeByTransitionsNotBySetters() {
		noMethods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Entity.class)
			.should()
			.haveNameMatching("set[A-Z].*")
			.check(program);
		fields().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Entity.class)
			.and()
			.areNotStatic()
			.should()
			.bePrivate()
			.check(program);
	}

	@Test
	void dependenciesComeThroughConstructors() {
		noFields().should().beAnnotatedWith(Autowired.class).check(program);
	}

	@Test
	void namesSayWhatAThingIs() {
		noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|VO)").check(program);
	}

	@Test
	void everyPackageSaysWhatItIsForAndIsNullMarked() {
		classes()
			.that(are(DescribedPredicate.describe("in the program",
					(JavaClass type) -> type.getPackageName().startsWith("vn.wardkpi"))))
			.should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
					events.add(new SimpleConditionEvent(type, marked,
							type.getName() + " is in a package that " + (marked ? "is" : "is not") + " @NullMarked"));
				}
			})
			.check(program);
	}

	@Test
	void nothingIsPrintedAndNothingExits() {
		noClasses().should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.check(program);
		// A command of the program ends with its result.
		noClasses().that()
			.doNotHaveFullyQualifiedName(WardKpiApplication.class.getName())
			.should()
			.callMethod(System.class, "exit", int.class)
			.check(program);
	}

	@Test
	void eventListenersAreNotStatic() {
		methods().that()
			.areAnnotatedWith("org.springframework.context.event.EventListener")
			.should()
			.notHaveModifier(JavaModifier.STATIC)
			.allowEmptyShould(true)
			.check(program);
	}

	@Test
	void attainmentUsesOnlyJavaAndSharedTypes() {
		classes().that()
			.resideInAPackage("..attainment..")
			.and(DescribedPredicate.not(assignableTo(Enum.class)))
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "vn.wardkpi.shared..", "vn.wardkpi.attainment..", "org.jspecify..",
					"com.ibm.icu..", "ch.obermuhlner.math.big..", "org.springframework.modulith..")
			.check(program);
	}

	@ParameterizedTest
	@ValueSource(strings = { "account", "attainment", "audit", "calendar", "dashboard", "evidence", "plan",
			"planimport", "reminder", "submission", "ward" })
	void partsOfAModuleDependOnEachOtherOneWay(String module) {
		slices().matching("vn.wardkpi." + module + ".(*)..").should().beFreeOfCycles().check(program);
	}

	@ParameterizedTest
	@ValueSource(strings = { "attainment", "audit", "calendar", "reminder", "submission", "ward" })
	void theRootOfAModuleKnowsNoneOfItsParts(String module) {
		noClasses().that()
			.resideInAPackage("vn.wardkpi." + module)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("vn.wardkpi." + module + ".*..")
			.check(program);
	}

	@Test
	void noFileIsLongerThanOneCanTakeIn() throws IOException {
		List<String> tooLong = new ArrayList<>();
		for (Path file : sources()) {
			long lines;
			try (Stream<String> read = Files.lines(file)) {
				lines = read.count();
			}
			if (lines > LONGEST) {
				tooLong.add(file + " has " + lines + " lines");
			}
		}
		assertThat(tooLong).isEmpty();
	}

	@Test
	void noPackageHoldsMoreTypesThanOneCanTakeIn() throws IOException {
		Map<Path, Long> types = sources().stream()
			.filter((file) -> !file.endsWith("package-info.java"))
			.collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
		assertThat(types)
			.allSatisfy((folder, count) -> assertThat(count).as(folder.toString()).isLessThanOrEqualTo(LARGEST));
	}

	@Test
	void noTwoMigrationsOfAModuleHaveTheSameNumber() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
			assertThat(files.map((file) -> file.getParent().getFileName() + "/" + file.getFileName())
				.filter((file) -> file.contains("/V"))
				.map((file) -> file.replaceFirst("__.*", ""))).doesNotHaveDuplicates();
		}
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	@Test
	void anImportGoesFromTheFileToThePlanAndNeverBack() {
		layeredArchitecture().consideringOnlyDependenciesInAnyPackage("vn.wardkpi.planimport..")
			.layer("pages")
			.definedBy("vn.wardkpi.planimport.web..")
			.layer("import")
			.definedBy("vn.wardkpi.planimport")
			.layer("proposal")
			.definedBy("vn.wardkpi.planimport.proposal..")
			.layer("annex")
			.definedBy("vn.wardkpi.planimport.annex..")
			.layer("table")
			.definedBy("vn.wardkpi.planimport.table..")
			.layer("source")
			.definedBy("vn.wardkpi.planimport.source..")
			.layer("text")
			.definedBy("vn.wardkpi.planimport.text..")
			.whereLayer("pages")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("import")
			.mayOnlyBeAccessedByLayers("pages")
			.whereLayer("proposal")
			.mayOnlyBeAccessedByLayers("pages", "import")
			.whereLayer("annex")
			.mayOnlyBeAccessedByLayers("pages", "import", "proposal")
			.whereLayer("text")
			.mayOnlyBeAccessedByLayers("source")
			.whereLayer("table")
			.mayOnlyBeAccessedByLayers("pages", "import", "proposal", "annex")
			.check(program);
	}

	@Test
	void aDashboardIsReadBelowItsPages() {
		layeredArchitecture().consideringOnlyDependenciesInAnyPackage("vn.wardkpi.dashboard..")
			.layer("plan")
			.definedBy("vn.wardkpi.dashboard")
			.layer("stages")
			.definedBy("vn.wardkpi.dashboard.stages..")
			.layer("overview")
			.definedBy("vn.wardkpi.dashboard.overview..")
			.layer("words")
			.definedBy("vn.wardkpi.dashboard.web", "vn.wardkpi.dashboard.web.chart..")
			.layer("kept")
			.definedBy("vn.wardkpi.dashboard.web.kept..")
			.layer("year")
			.definedBy("vn.wardkpi.dashboard.web.year..")
			.layer("indicator")
			.definedBy("vn.wardkpi.dashboard.web.indicator..")
			.layer("open")
			.definedBy("vn.wardkpi.dashboard.web.open..")
			.layer("wards")
			.definedBy("vn.wardkpi.dashboard.web.overview..")
			.layer("api")
			.definedBy("vn.wardkpi.dashboard.web.api..", "vn.wardkpi.dashboard.web.data..")
			.whereLayer("plan")
			.mayNotAccessAnyLayer()
			.whereLayer("stages")
			.mayOnlyAccessLayers("plan")
			.whereLayer("overview")
			.mayOnlyAccessLayers("plan")
			.whereLayer("words")
			.mayOnlyAccessLayers("plan")
			.whereLayer("kept")
			.mayNotAccessAnyLayer()
			.whereLayer("year")
			.mayOnlyAccessLayers("plan", "stages", "words", "kept")
			.whereLayer("indicator")
			.mayOnlyAccessLayers("plan", "words", "year", "kept")
			.whereLayer("open")
			.mayOnlyAccessLayers("plan", "words", "year", "kept")
			.whereLayer("wards")
			.mayOnlyAccessLayers("plan", "overview", "words", "kept")
			.whereLayer("api")
			.mayOnlyAccessLayers("plan", "overview", "kept")
			.check(program);
	}

	private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
		Set<Class<?>> types = Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class,
				java.time.Year.class, java.time.OffsetDateTime.class, java.time.LocalTime.class);
		return DescribedPredicate.describe("read the system clock directly", (call) -> {
			boolean now = call.getTarget().getName().equals("now")
					&& types.stream().anyMatch((type) -> call.getTargetOwner().isEquivalentTo(type));
			boolean withClock = call.getTarget()
				.getRawParameterTypes()
				.stream()
				.anyMatch((type) -> type.isEquivalentTo(Clock.class));
			boolean date = call.getTargetOwner().isEquivalentTo(java.util.Date.class)
					&& call.getTarget().getName().equals("<init>") && call.getTarget().getRawParameterTypes().isEmpty();
			return (now && !withClock) || date;
		});
	}

}
