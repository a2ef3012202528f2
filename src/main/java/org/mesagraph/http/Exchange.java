package org.mesagraph.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A request and what became of it.
 *
 * @param id by which the log and problem details name the request
 * @param route name of the route
 * @param tail path below that of the route, without suffix, if there is any; anybody may write it
 * @param path without its query part
 * @param client address of who asked
 * @param bytes of the body as sent; -1 if it was streamed
 * @param waited for a permit
 * @param worked until the answer was there
 * @param refusal title of the refusal, if there was no answer
 * @param failure what went wrong, if it was not the asker's fault
 */
public record Exchange(
    String id,
    String route,
    Optional<String> tail,
    String method,
    String path,
    String client,
    int status,
    long bytes,
    Duration waited,
    Duration worked,
    Optional<String> refusal,
    Optional<Throwable> failure) {}
