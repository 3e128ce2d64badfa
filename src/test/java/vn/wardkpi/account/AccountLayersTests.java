package vn.wardkpi.account;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Passwords know no account, accounts no sign-in, sign-ins no token, and nothing knows
 * the pages.
 */
class AccountLayersTests {

	private final JavaClasses module = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("vn.wardkpi.account");

	@Test
	void dependenciesGoDownwards() {
		layeredArchitecture().consideringOnlyDependenciesInLayers()
			.layer("password")
			.definedBy("vn.wardkpi.account.password")
			.layer("account")
			.definedBy("vn.wardkpi.account")
			.layer("invitation")
			.definedBy("vn.wardkpi.account.invitation")
			.layer("people")
			.definedBy("vn.wardkpi.account.people")
			.layer("handover")
			.definedBy("vn.wardkpi.account.handover")
			.layer("signin")
			.definedBy("vn.wardkpi.account.signin")
			.layer("oidc")
			.definedBy("vn.wardkpi.account.oidc")
			.layer("token")
			.definedBy("vn.wardkpi.account.token")
			.layer("web")
			.definedBy("vn.wardkpi.account.web..")
			.whereLayer("web")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("oidc")
			.mayOnlyBeAccessedByLayers("web")
			.whereLayer("token")
			.mayOnlyBeAccessedByLayers("web")
			.whereLayer("signin")
			.mayOnlyBeAccessedByLayers("web", "token", "oidc")
			.whereLayer("handover")
			.mayOnlyBeAccessedByLayers("web")
			.whereLayer("people")
			.mayOnlyBeAccessedByLayers("web")
			.whereLayer("invitation")
			.mayOnlyBeAccessedByLayers("web", "people", "signin")
			.whereLayer("account")
			.mayOnlyBeAccessedByLayers("web", "token", "signin", "oidc", "people", "invitation", "handover")
			.whereLayer("password")
			.mayOnlyBeAccessedByLayers("account")
			.check(this.module);
	}

	@Test
	void packagesFormNoCircle() {
		slices().matching("vn.wardkpi.(account..)").namingSlices("$1").should().beFreeOfCycles().check(this.module);
	}

}
