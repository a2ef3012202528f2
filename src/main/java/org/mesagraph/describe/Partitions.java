package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.in;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Counts as VoID: a dataset, and its partitions by class, property and datatype.
 *
 * @see <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID, section 4.5</a>
 */
final class Partitions {

  private final Node dataset;
  private final Statistics statistics;

  Partitions(Node dataset, Statistics statistics) {
    this.dataset = dataset;
    this.statistics = statistics;
  }

  /** The counts of the whole. */
  List<Triple> totals() {
    return List.of(
        count(dataset, voids("triples"), statistics.triples()),
        count(dataset, voids("entities"), statistics.entities()),
        count(dataset, voids("distinctSubjects"), statistics.subjects()),
        count(dataset, voids("distinctObjects"), statistics.objects()),
        count(dataset, voids("classes"), statistics.classes().size()),
        count(dataset, voids("properties"), statistics.properties().size()));
  }

  /** All partitions. */
  List<Triple> all() {
    List<Triple> triples = new ArrayList<>();
    statistics.properties().keySet().forEach(property -> triples.addAll(property(property)));
    statistics
        .classes()
        .forEach(
            (type, members) -> {
              Node partition = NodeFactory.createBlankNode();
              triples.addAll(ofClass(partition, type, members));
              members
                  .properties()
                  .forEach(
                      (property, values) -> triples.addAll(values(partition, property, values)));
            });
    statistics
        .datatypes()
        .forEach((datatype, count) -> triples.addAll(datatype(dataset, datatype, count)));
    return triples;
  }

  /** The partition of a term that is a class or a property, if the dataset uses it. */
  List<Triple> of(Node term) {
    List<Triple> triples = new ArrayList<>(property(term));
    Optional.ofNullable(statistics.classes().get(term))
        .ifPresent(
            members -> triples.addAll(ofClass(NodeFactory.createBlankNode(), term, members)));
    return triples;
  }

  private List<Triple> property(Node property) {
    Statistics.Uses uses = statistics.properties().get(property);
    if (uses == null) {
      return List.of();
    }
    Node partition = NodeFactory.createBlankNode();
    return List.of(
        triple(dataset, voids("propertyPartition"), partition),
        triple(partition, voids("property"), property),
        count(partition, voids("triples"), uses.triples()),
        count(partition, voids("distinctSubjects"), uses.subjects()),
        count(partition, voids("distinctObjects"), uses.objects()));
  }

  private List<Triple> ofClass(Node partition, Node type, Statistics.Members members) {
    return List.of(
        triple(dataset, voids("classPartition"), partition),
        triple(partition, voids("class"), type),
        count(partition, voids("entities"), members.entities()));
  }

  /** What the members of a class have by a property, so that editors can complete queries. */
  private static List<Triple> values(Node ofClass, Node property, Statistics.Values values) {
    Node partition = NodeFactory.createBlankNode();
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(ofClass, voids("propertyPartition"), partition));
    triples.add(triple(partition, voids("property"), property));
    triples.add(count(partition, voids("triples"), values.triples()));
    values
        .classes()
        .forEach(
            (type, count) -> {
              Node target = NodeFactory.createBlankNode();
              triples.add(triple(partition, voids("classPartition"), target));
              triples.add(triple(target, voids("class"), type));
              triples.add(count(target, voids("triples"), count));
            });
    values
        .datatypes()
        .forEach((datatype, count) -> triples.addAll(datatype(partition, datatype, count)));
    return triples;
  }

  private static List<Triple> datatype(Node of, Node datatype, long count) {
    Node partition = NodeFactory.createBlankNode();
    return List.of(
        triple(of, in(Terms.VOID_EXT, "datatypePartition"), partition),
        triple(partition, in(Terms.VOID_EXT, "datatype"), datatype),
        count(partition, voids("triples"), count));
  }

  static Triple count(Node subject, Node property, long count) {
    return triple(
        subject,
        property,
        NodeFactory.createLiteralDT(String.valueOf(count), XSDDatatype.XSDinteger));
  }
}
