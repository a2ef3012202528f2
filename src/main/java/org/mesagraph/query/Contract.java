package org.mesagraph.query;

import java.util.Optional;

/**
 * What a query promises to those who build on it.
 *
 * @param graph {@code all} statements or the {@code asserted} ones only
 * @param stability {@code stable} or {@code experimental}
 * @param addedIn the release that had it first
 */
public record Contract(String graph, String stability, Optional<String> addedIn) {

  /** What holds for a query that does not say. */
  public static final Contract USUAL = new Contract("all", "experimental", Optional.empty());
}
