package org.mesagraph.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.reason.Closure;
import org.mesagraph.vocab.Vocab;

/**
 * Finds the lines of source documents that stand behind a stated triple: those of a claim that
 * states just this triple or that it names; failing that, those that its subject is taken from.
 */
public final class Passages {

  private static final Node ANY = NodeFactory.createVariable("any");
  private static final Node OTHER = NodeFactory.createVariable("other");
  private static final Comparator<PassageReference> ORDER =
      Comparator.comparing(PassageReference::source)
          .thenComparing(PassageReference::firstLine)
          .thenComparing(PassageReference::lastLine);

  private final Closure closure;

  public Passages(Closure closure) {
    this.closure = closure;
  }

  /**
   * The passages behind a triple, in order of source and line; empty if there is none, as with what
   * the editors decide.
   */
  public List<PassageReference> of(Triple triple) {
    List<PassageReference> exact = exact(triple);
    return exact.isEmpty() ? references(values(triple.getSubject(), Vocab.IS_STATED_IN)) : exact;
  }

  /** Whether the passages of a triple say just that, and are not merely those of its subject. */
  public boolean areExact(Triple triple) {
    return !exact(triple).isEmpty();
  }

  private List<PassageReference> exact(Triple triple) {
    Node predicate = triple.getPredicate();
    if (predicate.equals(Vocab.IS_STATED_IN)) {
      return references(Stream.of(triple.getObject()));
    }
    if (predicate.equals(Vocab.IS_ASSERTED_BY)) {
      return references(values(triple.getObject(), Vocab.IS_STATED_IN));
    }
    if (predicate.equals(SKOS.definition.asNode())) {
      return references(values(triple.getSubject(), DCTerms.source.asNode()));
    }
    return references(
        subjectsOf(Vocab.STATES_SUBJECT, triple.getSubject())
            .filter(claim -> has(claim, Vocab.STATES_PREDICATE, predicate))
            .filter(claim -> has(claim, Vocab.STATES_OBJECT, triple.getObject()))
            .flatMap(claim -> values(claim, Vocab.IS_STATED_IN)));
  }

  /** The passages of all sources in which something is stated, in order of source and line. */
  public List<PassageReference> all() {
    return references(
        closure.matching(Triple.create(ANY, Vocab.IS_STATED_IN, OTHER)).map(Triple::getObject));
  }

  private List<PassageReference> references(Stream<Node> passages) {
    return passages.distinct().flatMap(node -> reference(node).stream()).sorted(ORDER).toList();
  }

  private Optional<PassageReference> reference(Node passage) {
    Optional<String> source =
        values(passage, Vocab.IS_FROM_SOURCE)
            .flatMap(document -> values(document, SKOS.notation.asNode()))
            .map(Node::getLiteralLexicalForm)
            .findFirst();
    Optional<Integer> first = line(passage, Vocab.HAS_FIRST_LINE);
    Optional<Integer> last = line(passage, Vocab.HAS_LAST_LINE);
    return source.isPresent() && first.isPresent()
        ? Optional.of(
            new PassageReference(passage, source.get(), first.get(), last.orElse(first.get())))
        : Optional.empty();
  }

  private Optional<Integer> line(Node passage, Node property) {
    return values(passage, property)
        .map(n -> Integer.valueOf(n.getLiteralLexicalForm()))
        .findFirst();
  }

  private boolean has(Node subject, Node predicate, Node object) {
    return closure.contains(Triple.create(subject, predicate, object));
  }

  private Stream<Node> values(Node subject, Node predicate) {
    return closure.matching(Triple.create(subject, predicate, ANY)).map(Triple::getObject);
  }

  private Stream<Node> subjectsOf(Node predicate, Node object) {
    return closure.matching(Triple.create(ANY, predicate, object)).map(Triple::getSubject);
  }
}
