package org.mesagraph.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean …?": the known name nearest to an unknown one. */
public final class Suggestion {

  private Suggestion() {}

  /** The nearest of the known names, if one is near enough to be worth telling. */
  public static Optional<String> nearest(String unknown, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    int limit = Math.max(2, unknown.length() / 3);
    return known.stream()
        .filter(name -> distance.apply(unknown, name) <= limit || isPart(unknown, name))
        .min(
            Comparator.comparingInt((String name) -> distance.apply(unknown, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The suggestion as the end of a sentence: {@code – did you mean x?}, or nothing. */
  public static String phrase(String unknown, Collection<String> known) {
    return nearest(unknown, known).map(name -> " – did you mean " + name + "?").orElse("");
  }

  private static boolean isPart(String unknown, String name) {
    return unknown.length() > 3
        && name.toLowerCase(Locale.ROOT).contains(unknown.toLowerCase(Locale.ROOT));
  }
}
