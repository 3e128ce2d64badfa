package vn.wardkpi.webui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * Describes the HTTP API at {@code /api/v1/openapi.json}.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Actor.class)
			.replaceWithSchema(WardCode.class, new StringSchema().example("00592"));
	}

	/**
	 * What an address leaves out is not there; it is never {@code null}.
	 */
	@Bean
	GlobalOperationCustomizer parametersAreNeverNull() {
		return (operation, method) -> {
			Stream.ofNullable(operation.getParameters())
				.flatMap(List::stream)
				.map((parameter) -> parameter.getSchema().getTypes())
				.filter(Objects::nonNull)
				.forEach((types) -> types.remove("null"));
			return operation;
		};
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Ward KPI")
				.version("1")
				.description("Plans, targets, actuals and verdicts of Vietnamese wards and communes. "
						+ "Basic costs a password hash per call and is for trying out; programs use personal tokens.")
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			.components(new Components()
				.addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
				.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
			.addSecurityItem(new SecurityRequirement().addList("basic"))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

}
