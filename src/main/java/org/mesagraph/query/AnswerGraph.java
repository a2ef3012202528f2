package org.mesagraph.query;

import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.SortedTriples;

/** The answer of a CONSTRUCT as RDF. */
public final class AnswerGraph {

  private AnswerGraph() {}

  /** As Turtle. */
  public static String turtle(Answer answer, Prefixes prefixes) {
    return triples(answer).turtle(prefixes);
  }

  /** As JSON-LD. */
  public static JsonObject jsonLd(Answer answer, Prefixes prefixes) {
    return triples(answer).jsonLd(prefixes);
  }

  private static SortedTriples triples(Answer answer) {
    Graph graph =
        answer
            .graph()
            .orElseThrow(
                () ->
                    new MesagraphException(
                        Kind.USAGE,
                        "“" + answer.query().name() + "” answers with rows – ask for JSON or CSV"));
    return SortedTriples.of(graph.find().toList());
  }
}
