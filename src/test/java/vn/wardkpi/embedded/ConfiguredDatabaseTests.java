package vn.wardkpi.embedded;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredDatabaseTests extends IntegrationTest {

	@Autowired
	private ConfigurableListableBeanFactory beans;

	@Test
	void nothingOfThisPackageIsLoadedWhereADatabaseIsConfigured() {
		assertThat(Arrays.stream(this.beans.getBeanDefinitionNames())
			.map(this.beans::getType)
			.filter((type) -> type != null && type.getPackageName().equals("vn.wardkpi.embedded"))).isEmpty();
	}

}
