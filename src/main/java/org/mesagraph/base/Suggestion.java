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
    // of a short name, something must be left that is the same
    int limit = Math.max(Math.min(2, unknown.length() - 1), unknown.length() / 3);
    return known.stream()
        .filter(
            name ->
                distance.apply(unknown, name) <= limit
                    || isPart(unknown, name)
                    || isStart(unknown, name))
        .min(
            Comparator.comparingInt((String name) -> distance.apply(unknown, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The suggestion as the end of a sentence: {@code – did you mean x?}, or nothing. */
  public static String phrase(String unknown, Collection<String> known) {
    return nearest(unknown, known).map(name -> " – did you mean " + name + "?").orElse("");
  }

  /** Whether a name was left off a letter or two before its end. */
  private static boolean isStart(String unknown, String name) {
    return !unknown.isEmpty() && name.startsWith(unknown) && name.length() - unknown.length() <= 2;
  }

  private static boolean isPart(String unknown, String name) {
    return unknown.length() > 3
        && name.toLowerCase(Locale.ROOT).contains(unknown.toLowerCase(Locale.ROOT));
  }
}
