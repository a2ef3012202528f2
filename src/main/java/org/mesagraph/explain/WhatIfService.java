package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Program;

/**
 * What-if questions about things that users name as text; the same for the command line and for
 * HTTP.
 *
 * @param whatIf answers them
 */
public record WhatIfService(KnowledgeBase base, Closure closure, WhatIf whatIf) {

  /** With how many conclusions of each effect proofs are told if nobody says how many. */
  public static final int USUAL_LIMIT = 1;

  /** How many things may be withdrawn at once. */
  public static final int MOST_THINGS = 20;

  private static final Node ANY = NodeFactory.createVariable("any");
  private static final Node OTHER = NodeFactory.createVariable("other");

  /** The service over a knowledge base and its closure under a program. */
  public static WhatIfService of(KnowledgeBase base, Program program, Closure closure) {
    return new WhatIfService(base, closure, new WhatIf(base, program, closure));
  }

  /**
   * The things that a user means, each as IRI or prefixed name.
   *
   * @throws MesagraphException of kind USAGE if one cannot be read, occurs nowhere or is a term of
   *     the ontology
   */
  public List<Node> things(List<String> texts) {
    if (texts.size() > MOST_THINGS) {
      throw new MesagraphException(
          Kind.USAGE, "at most " + MOST_THINGS + " things can be withdrawn at once");
    }
    List<Node> things = new ArrayList<>();
    for (String text : texts) {
      Node thing = thing(text);
      if (!things.contains(thing)) {
        things.add(thing);
      }
    }
    return things;
  }

  private Node thing(String text) {
    Prefixes prefixes = base.prefixes();
    if (text.indexOf(':') < 0) {
      throw new MesagraphException(
          Kind.USAGE,
          "“"
              + text
              + "” is neither an IRI nor a prefixed name such as study:sleeper-agents"
              + Suggestion.phrase("study:" + text, names()));
    }
    Node thing = prefixes.expand(text);
    if (Stream.of(Triple.create(thing, ANY, OTHER), Triple.create(ANY, OTHER, thing))
        .noneMatch(pattern -> closure.matching(pattern).anyMatch(closure::isAsserted))) {
      String name = prefixes.show(thing);
      throw new MesagraphException(
          Kind.USAGE, "nothing is stated about " + name + Suggestion.phrase(name, names()));
    }
    if (isTerm(thing)) {
      throw new MesagraphException(
          Kind.USAGE,
          prefixes.show(thing)
              + " is a term of the ontology: name a study, work, claim, source or another thing of"
              + " the data");
    }
    return thing;
  }

  private boolean isTerm(Node thing) {
    return closure
        .matching(Triple.create(thing, ANY, OTHER))
        .flatMap(triple -> base.statementsOf(triple).stream())
        .anyMatch(statement -> statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH));
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Triple triple : base.triples()) {
      if (triple.getSubject().isURI()) {
        base.prefixes().shorten(triple.getSubject().getURI()).ifPresent(names::add);
      }
    }
    return names;
  }

  /** What becomes of every conclusion without the things. */
  public Aftermath without(List<Node> things) {
    return without(things, Progress.UNWATCHED);
  }

  /**
   * The same.
   *
   * @param progress is told how far the work is, and may end it by throwing
   */
  public Aftermath without(List<Node> things, Progress progress) {
    return whatIf.without(things, progress);
  }

  /**
   * An aftermath as text.
   *
   * @param limit with how many conclusions of each effect to tell proofs
   * @param all whether to tell what is unaffected and what is about the withdrawn itself one by one
   */
  public String asText(Aftermath aftermath, int limit, boolean all) {
    return new AftermathText(base.prefixes(), new ExplanationText(base, passages()))
        .write(AftermathReport.of(aftermath, limit, all));
  }

  /** The same as JSON. */
  public JsonObject asJson(Aftermath aftermath, int limit, boolean all) {
    return new AftermathJson(new ExplanationJson(base, passages()))
        .write(AftermathReport.of(aftermath, limit, all));
  }

  /** The same as Markdown. */
  public String asMarkdown(Aftermath aftermath, int limit, boolean all) {
    return new AftermathMarkdown(new ExplanationMarkdown(base, passages()))
        .write(AftermathReport.of(aftermath, limit, all));
  }

  /** The same in the words of PROV, as Turtle. */
  public String asTurtle(Aftermath aftermath, int limit, boolean all) {
    return new AftermathProv(base, passages()).write(AftermathReport.of(aftermath, limit, all));
  }

  /** The same as a drawing in the DOT language. */
  public String asDot(Aftermath aftermath, int limit, boolean all) {
    return new AftermathDot(base.prefixes(), new ExplanationDot(base, passages()))
        .write(AftermathReport.of(aftermath, limit, all));
  }

  /** Lines of sources are told as they are before, also of what stands no longer. */
  private Passages passages() {
    return new Passages(closure);
  }
}
