package org.mesagraph.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What can be asked at a path.
 *
 * @param name in logs and metrics
 * @param path as servlets write it: {@code /why} or {@code /q/*}
 * @param methods that are allowed, besides HEAD with GET, and OPTIONS
 * @param parameters that are known; empty if the resource checks them itself
 * @param formats to choose from; empty if the resource chooses itself, or has but one
 * @param admission decides whether a request is heard, before its body is read
 * @param version of what is answered from, by which answers may be kept; empty if they must not
 */
public record Route<S>(
    String name,
    String path,
    Set<String> methods,
    Optional<List<String>> parameters,
    Optional<Formats> formats,
    Lane lane,
    Admission admission,
    Function<S, Optional<String>> version,
    Resource<S> resource) {

  /** A route that is asked with GET, in the lane of cheap answers, which must not be kept. */
  public static <S> Route<S> of(String name, String path, Resource<S> resource) {
    return new Route<>(
        name,
        path,
        Set.of("GET"),
        Optional.empty(),
        Optional.empty(),
        Lane.ANSWERS,
        Admission.OF_ALL,
        state -> Optional.empty(),
        resource);
  }

  /** The same with other methods. */
  public Route<S> asked(String... by) {
    return new Route<>(
        name, path, Set.of(by), parameters, formats, lane, admission, version, resource);
  }

  /** The same with known parameters, of which {@code format} need not be named. */
  public Route<S> with(String... known) {
    return new Route<>(
        name,
        path,
        methods,
        Optional.of(List.of(known)),
        formats,
        lane,
        admission,
        version,
        resource);
  }

  /** The same with formats, chosen by a suffix of the path, by parameter or by Accept. */
  public Route<S> in(Formats choice) {
    return new Route<>(
        name, path, methods, parameters, Optional.of(choice), lane, admission, version, resource);
  }

  /** The same in another lane. */
  public Route<S> on(Lane other) {
    return new Route<>(
        name, path, methods, parameters, formats, other, admission, version, resource);
  }

  /** The same, heard only under a condition. */
  public Route<S> admitting(Admission condition) {
    return new Route<>(
        name, path, methods, parameters, formats, lane, condition, version, resource);
  }

  /** The same with answers that may be kept as long as the version stays. */
  public Route<S> kept(Function<S, String> by) {
    return new Route<>(
        name,
        path,
        methods,
        parameters,
        formats,
        lane,
        admission,
        state -> Optional.of(by.apply(state)),
        resource);
  }

  /** Whether only questions are asked here, so that pages of other sites may ask them too. */
  boolean onlyAsks() {
    return lane != Lane.WRITES;
  }
}
