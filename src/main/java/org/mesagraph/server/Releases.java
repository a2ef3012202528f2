package org.mesagraph.server;

import java.util.Optional;
import org.mesagraph.query.QueryRunner;

/** The releases that can be asked for by name beside the one that is served. */
public interface Releases {

  /** Nobody kept any. */
  Releases NONE = name -> new Never();

  /** The name of the release that is served, if it is one. */
  default Optional<String> current() {
    return Optional.empty();
  }

  /** What became of the release of a name. */
  Found find(String name);

  /** What became of a release. */
  sealed interface Found {}

  /**
   * It is there.
   *
   * @param runner runs saved queries on it
   */
  record Kept(QueryRunner runner) implements Found {}

  /** It was there, and is no longer kept. */
  record Gone() implements Found {}

  /** There was none of this name. */
  record Never() implements Found {}
}
