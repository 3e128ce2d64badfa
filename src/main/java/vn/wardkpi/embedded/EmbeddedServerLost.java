package vn.wardkpi.embedded;

/**
 * The embedded PostgreSQL has ended and cannot be kept running: nothing works from now
 * on.
 */
public record EmbeddedServerLost() {
}
