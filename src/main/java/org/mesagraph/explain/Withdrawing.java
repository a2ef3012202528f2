package org.mesagraph.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Closure;
import org.mesagraph.vocab.Vocab;

/**
 * Which things and statements go if something is withdrawn, by what it is:
 *
 * <ul>
 *   <li>a work: that it reports studies; a study that no other work reports falls with it
 *   <li>an organization: the studies that it conducted, alone or with others
 *   <li>a person: the studies of which the person is a verified author
 *   <li>a source document: what only its own graph states, and every claim stated in it
 *   <li>anything else, such as a study or a claim: every statement with it as subject or object
 * </ul>
 *
 * <p>Who wrote a work, and what a passage is, is not in doubt and stays.
 */
final class Withdrawing {

  private static final Node ANY = NodeFactory.createVariable("any");
  private static final Node OTHER = NodeFactory.createVariable("other");

  private final KnowledgeBase base;
  private final Closure closure;

  Withdrawing(KnowledgeBase base, Closure closure) {
    this.base = base;
    this.closure = closure;
  }

  /** What goes with the things named. */
  Withdrawal of(List<Node> named) {
    Set<Node> fallen = new LinkedHashSet<>(named);
    int before;
    do {
      before = fallen.size();
      for (Node thing : List.copyOf(fallen)) {
        whatFallsWith(thing, fallen).toList().forEach(fallen::add);
      }
    } while (fallen.size() > before);
    Set<Triple> removed = new LinkedHashSet<>();
    fallen.forEach(thing -> addStatements(thing, removed));
    Set<Node> parts = new LinkedHashSet<>();
    fallen.forEach(thing -> subjects(Vocab.IS_FROM_STUDY, thing).forEach(parts::add));
    return new Withdrawal(
        named, fallen, parts, base.triples().stream().filter(removed::contains).toList());
  }

  private Stream<Node> whatFallsWith(Node thing, Set<Node> fallen) {
    return Stream.of(
            subjects(Vocab.IS_CONDUCTED_BY, thing),
            subjects(Vocab.HAS_VERIFIED_AUTHOR, thing),
            subjects(Vocab.IS_REPORTED_IN, thing)
                .filter(study -> fallen.containsAll(objects(study, Vocab.IS_REPORTED_IN))),
            passages(thing)
                .flatMap(passage -> subjects(Vocab.IS_STATED_IN, passage))
                .filter(claim -> isStatedInNoOther(claim, fallen)))
        .flatMap(things -> things);
  }

  private boolean isStatedInNoOther(Node claim, Set<Node> fallen) {
    return objects(claim, Vocab.IS_STATED_IN).stream()
        .allMatch(
            passage -> objects(passage, Vocab.IS_FROM_SOURCE).stream().anyMatch(fallen::contains));
  }

  private void addStatements(Node thing, Set<Triple> removed) {
    if (is(thing, Vocab.WORK)) {
      addStated(Triple.create(ANY, Vocab.IS_REPORTED_IN, thing), removed);
    } else if (is(thing, Vocab.SOURCE_DOCUMENT)) {
      passages(thing)
          .toList()
          .forEach(passage -> addStated(Triple.create(ANY, Vocab.IS_STATED_IN, passage), removed));
      addGraphsOf(thing, removed);
    } else if (!is(thing, Vocab.ORGANIZATION) && !is(thing, Vocab.PERSON)) {
      addStated(Triple.create(thing, ANY, OTHER), removed);
      addStated(Triple.create(ANY, OTHER, thing), removed);
    }
  }

  private void addStated(Triple pattern, Set<Triple> removed) {
    closure.matching(pattern).filter(closure::isAsserted).forEach(removed::add);
  }

  /** Adds what the graphs of a source document state and no other graph does. */
  private void addGraphsOf(Node source, Set<Triple> removed) {
    Set<Node> graphs = new LinkedHashSet<>(subjects(DCTerms.source.asNode(), source).toList());
    for (Statement statement : base.statements()) {
      if (graphs.contains(statement.graph())
          && base.statementsOf(statement.triple()).stream()
              .allMatch(same -> graphs.contains(same.graph()))) {
        removed.add(statement.triple());
      }
    }
  }

  private Stream<Node> passages(Node source) {
    return subjects(Vocab.IS_FROM_SOURCE, source);
  }

  private boolean is(Node thing, Node kind) {
    return closure.contains(Triple.create(thing, RDF.type.asNode(), kind));
  }

  private Stream<Node> subjects(Node predicate, Node object) {
    return closure.matching(Triple.create(ANY, predicate, object)).map(Triple::getSubject);
  }

  private List<Node> objects(Node subject, Node predicate) {
    return closure.matching(Triple.create(subject, predicate, ANY)).map(Triple::getObject).toList();
  }
}
