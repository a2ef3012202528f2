package org.mesagraph.explain;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.mesagraph.explain.AftermathReport.Section;
import org.mesagraph.explain.AftermathReport.Telling;
import org.mesagraph.explain.Consequence.Effect;

/** An aftermath as JSON: the same content as the text, for programs. */
final class AftermathJson {

  private final ExplanationJson explanations;

  AftermathJson(ExplanationJson explanations) {
    this.explanations = explanations;
  }

  /**
   * An object with {@code without} and {@code fallen} (things), {@code removed}, {@code counts} by
   * effect, and under the name of each effect the conclusions that are told.
   */
  JsonObject write(AftermathReport report) {
    Withdrawal withdrawal = report.aftermath().withdrawal();
    Names names = new Names(report.aftermath().before());
    JsonObject json = new JsonObject();
    json.put("without", things(withdrawal.named(), names));
    json.put(
        "fallen",
        things(
            withdrawal.fallen().stream()
                .filter(thing -> !withdrawal.named().contains(thing))
                .toList(),
            names));
    json.put("removed", withdrawal.removed().size());
    JsonObject counts = new JsonObject();
    for (Section section : report.sections()) {
      JsonObject count = new JsonObject();
      count.put("meaning", section.effect().meaning());
      count.put("others", section.others());
      count.put("withdrawnItself", section.itself());
      counts.put(name(section.effect()), count);
    }
    json.put("counts", counts);
    for (Section section : report.sections()) {
      json.put(name(section.effect()), array(section.told().stream().map(this::telling).toList()));
    }
    return json;
  }

  private static String name(Effect effect) {
    return effect == Effect.NOT_COMPARED ? "notCompared" : effect.name().toLowerCase(Locale.ROOT);
  }

  private JsonArray things(List<Node> things, Names names) {
    return array(
        things.stream()
            .map(
                thing -> {
                  JsonObject json = explanations.term(thing);
                  names.label(thing).ifPresent(label -> json.put("label", label));
                  return json;
                })
            .toList());
  }

  private JsonObject telling(Telling telling) {
    Consequence consequence = telling.consequence();
    JsonObject json = new JsonObject();
    json.put("kind", telling.kind());
    telling.label().ifPresent(label -> json.put("label", label));
    json.put("withdrawnItself", telling.aboutWhatFalls());
    json.put("triple", explanations.triple(consequence.triple()));
    consequence.instead().ifPresent(other -> json.put("instead", explanations.triple(other)));
    if (consequence.effect() == Effect.WEAKENED) {
      json.put("proofsGone", consequence.gone().found());
      json.put("proofsLeft", consequence.left().found());
      json.put("complete", consequence.gone().complete() && consequence.left().complete());
    }
    telling.before().ifPresent(why -> json.put("before", explanations.write(why)));
    telling.after().ifPresent(why -> json.put("after", explanations.write(why)));
    return json;
  }

  private static JsonArray array(List<? extends JsonValue> values) {
    JsonArray array = new JsonArray();
    array.addAll(values);
    return array;
  }
}
