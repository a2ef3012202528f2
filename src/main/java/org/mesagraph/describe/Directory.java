package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.jena.graph.Node;

/** All things that have an IRI of ours, by kind, with what they are called. */
public final class Directory {

  private static final int LONGEST = 120;
  private static final int NO_MATCH = -1;

  private final SortedMap<String, SortedMap<String, Entry>> byKind = new TreeMap<>();

  /** A thing with what it is called. */
  public record Entry(Node iri, String label) {}

  Directory(Collection<Entry> entries) {
    for (Entry entry : entries) {
      Iris.kind(entry.iri())
          .ifPresent(
              kind ->
                  byKind
                      .computeIfAbsent(kind, any -> new TreeMap<>())
                      .put(Iris.slug(entry.iri()), entry));
    }
  }

  /** The kinds of which there is anything. */
  public SortedSet<String> kinds() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byKind.keySet()));
  }

  /** The things of a kind, in order of their IRIs. */
  public List<Entry> of(String kind) {
    return List.copyOf(byKind.getOrDefault(kind, new TreeMap<>()).values());
  }

  /** All things, in order of their IRIs. */
  public List<Entry> all() {
    return byKind.values().stream().flatMap(things -> things.values().stream()).toList();
  }

  public Optional<Entry> find(Node iri) {
    return Iris.kind(iri)
        .map(kind -> byKind.getOrDefault(kind, new TreeMap<>()).get(Iris.slug(iri)));
  }

  /**
   * What may be meant by an IRI that is nobody's: things of the kind before others, by how little
   * their slugs or labels differ.
   */
  public List<Entry> nearest(Node unknown, int most) {
    String kind = Iris.kind(unknown).orElse("");
    String slug = Iris.isOurs(unknown) ? Iris.slug(unknown).toLowerCase(Locale.ROOT) : "";
    if (slug.isEmpty() || slug.length() > LONGEST) {
      return List.of();
    }
    Map<Entry, Integer> distances = new HashMap<>();
    Closeness closeness = new Closeness(slug);
    byKind.forEach(
        (name, things) ->
            things.forEach(
                (own, entry) -> {
                  int distance = closeness.to(own, entry.label());
                  if (distance != NO_MATCH && (name.equals(kind) || distance == 0)) {
                    distances.put(entry, distance);
                  }
                }));
    List<Entry> found = new ArrayList<>(distances.keySet());
    found.sort(
        Comparator.comparing((Entry entry) -> !Iris.kind(entry.iri()).equals(Optional.of(kind)))
            .thenComparing(distances::get)
            .thenComparing(entry -> entry.iri().getURI()));
    return found.subList(0, Math.min(most, found.size()));
  }

  /** How far names are from one that was asked for. */
  private static final class Closeness {
    private final String slug;
    private final String words;
    private final int limit;
    private final LevenshteinDistance distance;

    Closeness(String slug) {
      this.slug = slug;
      this.words = slug.replace('-', ' ').replace('_', ' ');
      this.limit = Math.max(2, slug.length() / 3);
      this.distance = new LevenshteinDistance(limit);
    }

    int to(String own, String label) {
      String lower = own.toLowerCase(Locale.ROOT);
      int bySlug = distance.apply(slug, lower);
      int byLabel = distance.apply(words, label.toLowerCase(Locale.ROOT));
      int nearest =
          bySlug < 0 || byLabel < 0 ? Math.max(bySlug, byLabel) : Math.min(bySlug, byLabel);
      boolean part = slug.length() > 3 && lower.contains(slug);
      return nearest < 0 && part ? limit + 1 : nearest;
    }
  }
}
