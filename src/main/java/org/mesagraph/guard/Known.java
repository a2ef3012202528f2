package org.mesagraph.guard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;

/**
 * The names that somebody who writes a query may have meant.
 *
 * @param prefixes the project's own, which a query must still declare
 * @param terms classes and properties as prefixed names, such as {@code mg:evidences}
 */
public record Known(Prefixes prefixes, List<String> terms) {

  public Known {
    terms = List.copyOf(terms);
  }

  /** The names of these prefixes and of the terms in these namespaces. */
  public static Known of(Prefixes prefixes, Collection<String> iris) {
    List<String> names =
        iris.stream().map(prefixes::shorten).flatMap(Optional::stream).sorted().toList();
    return new Known(prefixes, names);
  }

  /** The term whose name after the colon is this or almost this. */
  Optional<String> term(String local) {
    Optional<String> same = terms.stream().filter(term -> local(term).equals(local)).findFirst();
    if (same.isPresent()) {
      return same;
    }
    List<String> locals = terms.stream().map(Known::local).distinct().toList();
    return Suggestion.nearest(local, locals)
        .flatMap(near -> terms.stream().filter(term -> local(term).equals(near)).findFirst());
  }

  private static String local(String term) {
    return term.substring(term.indexOf(':') + 1);
  }
}
