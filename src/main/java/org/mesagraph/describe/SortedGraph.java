package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.mesagraph.base.Prefixes;

/** A graph that nobody changes and that gives its triples in order, so that writers do as well. */
final class SortedGraph extends GraphBase {

  private final List<Triple> triples;
  private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
  private final Map<Node, List<Triple>> byObject = new HashMap<>();

  SortedGraph(Collection<Triple> unordered, Prefixes prefixes) {
    this(unordered, prefixes, Order.TRIPLES);
  }

  SortedGraph(Collection<Triple> unordered, Prefixes prefixes, Comparator<Triple> order) {
    TreeSet<Triple> sorted = new TreeSet<>(order);
    sorted.addAll(unordered);
    this.triples = List.copyOf(sorted);
    for (Triple triple : triples) {
      bySubject.computeIfAbsent(triple.getSubject(), any -> new ArrayList<>()).add(triple);
      byObject.computeIfAbsent(triple.getObject(), any -> new ArrayList<>()).add(triple);
    }
    UsedPrefixes.of(triples, prefixes)
        .forEach((name, iri) -> getPrefixMapping().setNsPrefix(name, iri));
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return WrappedIterator.create(candidates(pattern).stream().filter(pattern::matches).iterator());
  }

  private List<Triple> candidates(Triple pattern) {
    if (pattern.getMatchSubject() != null) {
      return bySubject.getOrDefault(pattern.getMatchSubject(), List.of());
    }
    if (pattern.getMatchObject() != null && !pattern.getMatchObject().isLiteral()) {
      return byObject.getOrDefault(pattern.getMatchObject(), List.of());
    }
    return triples;
  }

  @Override
  protected int graphBaseSize() {
    return triples.size();
  }
}
