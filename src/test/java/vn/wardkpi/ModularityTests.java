package vn.wardkpi;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void modulesUseEachOtherAsStated() {
		ApplicationModules.of(WardKpiApplication.class).verify();
	}

}
