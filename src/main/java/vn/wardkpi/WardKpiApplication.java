package vn.wardkpi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(systemName = "Ward KPI", sharedModules = "shared")
public class WardKpiApplication {

	public static void main(String[] args) {
		SpringApplication.run(WardKpiApplication.class, args);
	}

}
