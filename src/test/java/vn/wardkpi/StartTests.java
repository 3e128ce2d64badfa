package vn.wardkpi;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

class StartTests extends IntegrationTest {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void startsOnARealPostgres() {
		assertThat(this.jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL 18");
	}

}
