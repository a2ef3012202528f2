package org.mesagraph.describe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Prefixes;

/** The prefixes that some triples can use, for a document declares no others. */
final class UsedPrefixes {

  private UsedPrefixes() {}

  /** Short name to namespace. */
  static SortedMap<String, String> of(Collection<Triple> triples, Prefixes prefixes) {
    Set<Node> terms = new HashSet<>();
    for (Triple triple : triples) {
      terms.add(triple.getSubject());
      terms.add(triple.getPredicate());
      terms.add(triple.getObject());
    }
    return ofTerms(terms, prefixes);
  }

  /** The same for terms. */
  static SortedMap<String, String> ofTerms(Set<Node> terms, Prefixes prefixes) {
    SortedMap<String, String> used = new TreeMap<>();
    Set<String> iris = new HashSet<>();
    for (Node term : terms) {
      if (term.isURI()) {
        iris.add(term.getURI());
      } else if (term.isLiteral()) {
        iris.add(term.getLiteralDatatypeURI());
      }
    }
    for (String iri : iris) {
      prefixes
          .shorten(iri)
          .map(name -> name.substring(0, name.indexOf(':')))
          .ifPresent(name -> used.put(name, prefixes.namespaces().get(name)));
    }
    return used;
  }
}
