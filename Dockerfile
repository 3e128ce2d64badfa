# syntax=docker/dockerfile:1

# Built with the oldest Java it runs on, run with the newest.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -DskipTests \
    && java -Djarmode=tools -jar target/ward-kpi-*.jar extract --layers --launcher --destination layers \
    # The database is a server of its own here: the embedded PostgreSQL stays behind.
    && rm -f layers/dependencies/BOOT-INF/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25.0.1_8-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin ward-kpi
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chmod=755 docker/health-check ./
USER ward-kpi
EXPOSE 8080
ENV JAVA_OPTS="-XX:MaxRAMPercentage=75"
# A JRE has no curl; bash opens the connection itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 CMD ["bash", "/app/health-check"]
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS org.springframework.boot.loader.launch.JarLauncher \"$@\"", "ward-kpi"]
