package org.mesagraph.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;
import org.mesagraph.rule.Rule;

/** An explanation as JSON: the same content as the text, for programs. */
public final class ExplanationJson {

  private final KnowledgeBase base;
  private final Prefixes prefixes;
  private final Passages passages;

  public ExplanationJson(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.prefixes = base.prefixes();
    this.passages = passages;
  }

  /**
   * An object with {@code triple}, {@code holds}, {@code found}, {@code complete}, {@code extent}
   * (all, more than those found, or cut: at least those), {@code proofs} (trees), {@code
   * nearMisses} and {@code related}; with {@code steps} if every step was asked for, each with the
   * fields of a proof but triples as its premises. In a proof of more than {@value
   * Repeats#MOST_STEPS} steps a part that is used again has a {@code number}, and is the next time
   * its {@code triple} and {@code asAbove}, that number.
   */
  public JsonObject write(Explanation explanation) {
    JsonObject json = new JsonObject();
    json.put("triple", triple(explanation.triple()));
    json.put("holds", explanation.holds());
    json.put("found", explanation.proofs().found());
    json.put("complete", explanation.proofs().complete());
    json.put("extent", explanation.proofs().extent().name().toLowerCase(Locale.ROOT));
    json.put("proofs", array(explanation.proofs().proofs().stream().map(this::tree).toList()));
    if (!explanation.steps().isEmpty()) {
      json.put("steps", array(explanation.steps().stream().map(this::step).toList()));
    }
    json.put(
        "nearMisses",
        array(
            explanation.nearMisses().stream()
                .map(miss -> miss(miss, WhyNotSearch.LEVELS, explanation.below()))
                .toList()));
    json.put("related", array(explanation.related().stream().map(this::tree).toList()));
    return json;
  }

  /** A proof as a tree. */
  public JsonObject tree(Proof proof) {
    return proof(proof, Repeats.of(proof));
  }

  private JsonObject proof(Proof proof, Repeats repeats) {
    JsonObject json = new JsonObject();
    json.put("triple", triple(proof.conclusion()));
    Optional<Repeats.Mention> mention = repeats.mention(proof);
    mention.ifPresent(m -> json.put(m.again() ? "asAbove" : "number", m.number()));
    if (mention.filter(Repeats.Mention::again).isPresent()) {
      return json;
    }
    if (proof.step() instanceof Step.Inferred inferred) {
      json.put("origin", "inferred");
      json.put("rule", rule(inferred.rule()));
      json.put(
          "premises", array(proof.premises().stream().map(part -> proof(part, repeats)).toList()));
      json.put("absences", array(inferred.absences().stream().map(this::triple).toList()));
    } else {
      json.put("origin", "asserted");
      json.put(
          "places",
          array(
              base.statementsOf(proof.conclusion()).stream()
                  .map(statement -> place(statement.place()))
                  .toList()));
      json.put("exact", passages.areExact(proof.conclusion()));
      json.put(
          "passages", array(passages.of(proof.conclusion()).stream().map(this::passage).toList()));
    }
    return json;
  }

  private JsonObject step(Step step) {
    if (!(step instanceof Step.Inferred inferred)) {
      return tree(Proof.leaf(step.conclusion()));
    }
    JsonObject json = new JsonObject();
    json.put("triple", triple(inferred.conclusion()));
    json.put("origin", "inferred");
    json.put("rule", rule(inferred.rule()));
    json.put("premises", array(inferred.premises().stream().map(this::triple).toList()));
    json.put("absences", array(inferred.absences().stream().map(this::triple).toList()));
    return json;
  }

  private JsonObject miss(NearMiss miss, int levels, Map<Triple, List<NearMiss>> below) {
    JsonObject json = miss(miss);
    if (levels == 0) {
      return json;
    }
    List<NearMiss> nearest =
        miss.missing().stream()
            .flatMap(missing -> below.getOrDefault(missing, List.of()).stream())
            .toList();
    if (!nearest.isEmpty()) {
      json.put(
          "below", array(nearest.stream().map(next -> miss(next, levels - 1, below)).toList()));
    }
    return json;
  }

  private JsonObject miss(NearMiss miss) {
    JsonObject json = new JsonObject();
    json.put("rule", rule(miss.rule()));
    json.put("missing", array(miss.missing().stream().map(this::triple).toList()));
    json.put("blocking", array(miss.blocking().stream().map(this::triple).toList()));
    json.put("held", array(miss.held().stream().map(this::triple).toList()));
    return json;
  }

  private JsonObject rule(Rule rule) {
    JsonObject json = new JsonObject();
    json.put("name", rule.name());
    json.put("description", rule.description());
    json.put("place", place(rule.place()));
    return json;
  }

  private JsonObject passage(PassageReference reference) {
    JsonObject json = new JsonObject();
    json.put("id", reference.passage().getURI());
    json.put("source", reference.source());
    json.put("firstLine", reference.firstLine());
    json.put("lastLine", reference.lastLine());
    return json;
  }

  private static JsonObject place(Place place) {
    JsonObject json = new JsonObject();
    json.put("file", place.file());
    json.put("line", place.line());
    return json;
  }

  /** A triple as an object of its three terms. */
  JsonObject triple(Triple triple) {
    JsonObject json = new JsonObject();
    json.put("subject", term(triple.getSubject()));
    json.put("predicate", term(triple.getPredicate()));
    json.put("object", term(triple.getObject()));
    return json;
  }

  /** A term as an object: IRI and name, or value with language or datatype. */
  JsonObject term(Node node) {
    JsonObject json = new JsonObject();
    if (node.isURI()) {
      json.put("id", node.getURI());
      prefixes.shorten(node.getURI()).ifPresent(name -> json.put("name", name));
    } else if (node.isLiteral()) {
      json.put("value", node.getLiteralLexicalForm());
      if (node.getLiteralLanguage().isEmpty()) {
        json.put("datatype", node.getLiteralDatatypeURI());
      } else {
        json.put("language", node.getLiteralLanguage());
      }
    } else {
      json.put(
          node.isVariable() ? "any" : "blank",
          node.isVariable() ? node.getName() : prefixes.show(node));
    }
    return json;
  }

  private static JsonArray array(List<? extends JsonValue> values) {
    JsonArray array = new JsonArray();
    array.addAll(values);
    return array;
  }
}
