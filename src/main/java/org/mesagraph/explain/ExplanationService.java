package org.mesagraph.explain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;
import org.mesagraph.reason.Closure;

/**
 * Explanations of triples that users write as text; the same for the command line and for HTTP.
 *
 * @param explainer finds the proofs
 * @param text writes them for people
 * @param json writes them for programs
 */
public record ExplanationService(
    KnowledgeBase base,
    Closure closure,
    Explainer explainer,
    ExplanationText text,
    ExplanationJson json) {

  /** How many proofs are shown if nobody says how many. */
  public static final int USUAL_LIMIT = 20;

  /** The service over a knowledge base and its closure. */
  public static ExplanationService of(KnowledgeBase base, Closure closure) {
    Passages passages = new Passages(closure);
    return new ExplanationService(
        base,
        closure,
        new Explainer(closure),
        new ExplanationText(base, passages),
        new ExplanationJson(base, passages));
  }

  /**
   * The triple that a user means; subject and predicate as IRI or prefixed name, the object as one
   * of these or as a quoted literal.
   *
   * @throws MesagraphException of kind USAGE if a term cannot be read or occurs nowhere
   */
  public Triple triple(String subject, String predicate, String object) {
    Triple triple =
        Triple.create(
            base.prefixes().expand(subject), base.prefixes().expand(predicate), object(object));
    checkKnown(triple.getSubject());
    checkKnown(triple.getPredicate());
    if (!triple.getObject().equals(OWL.Nothing.asNode())) { // of which nothing ought to be one
      checkKnown(triple.getObject());
    }
    return triple;
  }

  /** Explains a triple with at most so many proofs. */
  public Explanation explain(Triple triple, int limit) {
    return explainer.explain(triple, limit);
  }

  /** The same, with every derivation in one step if these are asked for. */
  public Explanation explain(Triple triple, int limit, boolean allSteps) {
    return explainer.explain(triple, limit, allSteps);
  }

  /** An explanation as text. */
  public String asText(Explanation explanation) {
    return text.write(explanation);
  }

  /** An explanation as JSON. */
  public JsonObject asJson(Explanation explanation) {
    return json.write(explanation);
  }

  /** An explanation as Markdown. */
  public String asMarkdown(Explanation explanation) {
    return new ExplanationMarkdown(base, new Passages(closure)).write(explanation);
  }

  /** An explanation in the words of PROV, as Turtle. */
  public String asTurtle(Explanation explanation) {
    return new ExplanationProv(base, new Passages(closure)).write(explanation);
  }

  /** An explanation as a drawing in the DOT language. */
  public String asDot(Explanation explanation) {
    return new ExplanationDot(base, new Passages(closure)).write(explanation);
  }

  private Node object(String text) {
    if (!text.startsWith("\"")) {
      return base.prefixes().expand(text);
    }
    PrefixMap prefixes = PrefixMapFactory.create(base.prefixes().namespaces());
    try {
      return NodeFactoryExtra.parseNode(text, prefixes);
    } catch (RiotException e) {
      throw new MesagraphException(Kind.USAGE, "cannot read " + text + ": " + e.getMessage(), e);
    }
  }

  private void checkKnown(Node node) {
    if (node.isLiteral() || isUsed(node)) {
      return;
    }
    String name = base.prefixes().show(node);
    throw new MesagraphException(
        Kind.USAGE, name + " occurs nowhere in the graph" + Suggestion.phrase(name, names()));
  }

  private boolean isUsed(Node node) {
    Node one = NodeFactory.createVariable("one");
    Node other = NodeFactory.createVariable("other");
    return Stream.of(
            Triple.create(node, one, other),
            Triple.create(one, node, other),
            Triple.create(one, other, node))
        .anyMatch(pattern -> closure.matching(pattern).findAny().isPresent());
  }

  private Set<String> names() {
    Prefixes prefixes = base.prefixes();
    Set<String> names = new TreeSet<>();
    for (Triple triple : base.triples()) {
      if (triple.getSubject().isURI()) {
        prefixes.shorten(triple.getSubject().getURI()).ifPresent(names::add);
      }
    }
    return names;
  }
}
