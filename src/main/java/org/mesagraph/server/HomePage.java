package org.mesagraph.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.store.Snapshot;

/**
 * What the start page shows.
 *
 * @param topics saved queries by topic
 */
public record HomePage(int asserted, int inferred, Map<String, List<SavedQuery>> topics) {

  static HomePage of(Snapshot snapshot, SavedQueries queries) {
    Map<String, List<SavedQuery>> topics = new TreeMap<>();
    for (SavedQuery query : queries.all()) {
      topics.merge(
          query.topic(),
          List.of(query),
          (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream()).toList());
    }
    return new HomePage(
        snapshot.base().triples().size(), snapshot.closure().inferred().size(), topics);
  }
}
