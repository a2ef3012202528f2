package org.mesagraph.describe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What can be counted in triples, in one pass.
 *
 * @param properties each property with its uses
 * @param classes each class with its members, and what these have by each property
 * @param datatypes each datatype with the triples whose object is of it
 */
record Statistics(
    long triples,
    long subjects,
    long objects,
    long entities,
    SortedMap<Node, Uses> properties,
    SortedMap<Node, Members> classes,
    SortedMap<Node, Long> datatypes) {

  /** How often a property is used, and by how many subjects and objects. */
  record Uses(long triples, long subjects, long objects) {}

  /**
   * The members of a class.
   *
   * @param properties each property of members with the triples that have it
   */
  record Members(long entities, SortedMap<Node, Values> properties) {}

  /**
   * The values of a property.
   *
   * @param classes each class of values with the triples that lead to it
   * @param datatypes each datatype of values likewise
   */
  record Values(long triples, SortedMap<Node, Long> classes, SortedMap<Node, Long> datatypes) {}

  /** Counts triples of which each is there once. */
  static Statistics of(List<Triple> triples) {
    return new Counting(triples).statistics();
  }

  /** Counts on its way through triples. */
  private static final class Counting {
    private final List<Triple> triples;
    private final Map<Node, Set<Node>> typesOf = new HashMap<>();
    private final SortedMap<Node, Set<Node>> members = new TreeMap<>(Order.NODES);
    private final SortedMap<Node, Map<Node, Tally>> byClass = new TreeMap<>(Order.NODES);
    private final SortedMap<Node, Long> datatypes = new TreeMap<>(Order.NODES);
    private final SortedMap<Node, Uses> properties = new TreeMap<>(Order.NODES);

    Counting(List<Triple> triples) {
      this.triples = triples;
    }

    Statistics statistics() {
      Set<Node> subjects = new HashSet<>();
      Set<Node> objects = new HashSet<>();
      Map<Node, Set<Node>> subjectsOf = new TreeMap<>(Order.NODES);
      Map<Node, Set<Node>> objectsOf = new TreeMap<>(Order.NODES);
      Map<Node, Long> uses = new TreeMap<>(Order.NODES);
      for (Triple triple : triples) {
        Node property = triple.getPredicate();
        subjects.add(triple.getSubject());
        objects.add(triple.getObject());
        subjectsOf.computeIfAbsent(property, any -> new HashSet<>()).add(triple.getSubject());
        objectsOf.computeIfAbsent(property, any -> new HashSet<>()).add(triple.getObject());
        uses.merge(property, 1L, Long::sum);
        datatype(triple.getObject()).ifPresent(type -> datatypes.merge(type, 1L, Long::sum));
        if (property.equals(RDF.type.asNode())) {
          typesOf
              .computeIfAbsent(triple.getSubject(), any -> new HashSet<>())
              .add(triple.getObject());
          members
              .computeIfAbsent(triple.getObject(), any -> new HashSet<>())
              .add(triple.getSubject());
        }
      }
      uses.forEach(
          (property, count) ->
              properties.put(
                  property,
                  new Uses(
                      count, subjectsOf.get(property).size(), objectsOf.get(property).size())));
      long entities = subjects.stream().filter(Iris::isOurs).count();
      return new Statistics(
          triples.size(),
          subjects.size(),
          objects.size(),
          entities,
          properties,
          classes(),
          datatypes);
    }

    private SortedMap<Node, Members> classes() {
      for (Triple triple : triples) {
        for (Node type : typesOf.getOrDefault(triple.getSubject(), Set.of())) {
          Tally tally =
              byClass
                  .computeIfAbsent(type, any -> new TreeMap<>(Order.NODES))
                  .computeIfAbsent(triple.getPredicate(), any -> new Tally());
          tally.triples++;
          for (Node target : typesOf.getOrDefault(triple.getObject(), Set.of())) {
            tally.classes.merge(target, 1L, Long::sum);
          }
          datatype(triple.getObject())
              .ifPresent(datatype -> tally.datatypes.merge(datatype, 1L, Long::sum));
        }
      }
      SortedMap<Node, Members> classes = new TreeMap<>(Order.NODES);
      members.forEach(
          (type, all) -> {
            SortedMap<Node, Values> values = new TreeMap<>(Order.NODES);
            byClass
                .get(type)
                .forEach(
                    (property, tally) ->
                        values.put(
                            property, new Values(tally.triples, tally.classes, tally.datatypes)));
            classes.put(type, new Members(all.size(), values));
          });
      return classes;
    }

    private static Optional<Node> datatype(Node object) {
      return object.isLiteral()
          ? Optional.of(NodeFactory.createURI(object.getLiteralDatatypeURI()))
          : Optional.empty();
    }
  }

  /** Counts the values of one property. */
  private static final class Tally {
    private final SortedMap<Node, Long> classes = new TreeMap<>(Order.NODES);
    private final SortedMap<Node, Long> datatypes = new TreeMap<>(Order.NODES);
    private long triples;
  }
}
