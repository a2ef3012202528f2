package org.mesagraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mesagraph.base.Problem;

/**
 * The terms of our own ontology that queries and checks mention, in their headers or below.
 *
 * @param names local names
 */
public record UsedTerms(Set<String> names) {

  private static final Pattern COMMENT = Pattern.compile("^#(?!\\+ ).*$", Pattern.MULTILINE);
  private static final Pattern TERM = Pattern.compile("\\bmg:(\\w+)");

  public UsedTerms {
    names = Set.copyOf(names);
  }

  /** Those that any file below {@code queries/} mentions; comments do not count. */
  public static UsedTerms read(Path root) {
    Set<String> names = new TreeSet<>();
    List<Problem> unread = new ArrayList<>(); // told by whoever reads the queries themselves
    for (Path path : TextFile.list(root.resolve(SavedQueries.FOLDER), ".rq")) {
      TextFile.read(root, path, unread)
          .map(file -> TERM.matcher(COMMENT.matcher(file.text()).replaceAll("")))
          .ifPresent(found -> collect(found, names));
    }
    return new UsedTerms(names);
  }

  private static void collect(Matcher found, Set<String> names) {
    while (found.find()) {
      names.add(found.group(1));
    }
  }

  /** Whether a term of ours is mentioned. */
  public boolean has(String name) {
    return names.contains(name);
  }
}
