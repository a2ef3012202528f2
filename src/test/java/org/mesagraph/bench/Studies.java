package org.mesagraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Makes up studies with findings, the claims that rest on these, and what they are about. */
public final class Studies {

  private static final String TERMS = "https://example.org/evidence/";
  private static final int FINDINGS = 4;
  private static final int CLAIMS = 2;

  private Studies() {}

  /** The triples about so many studies and modes, always the same. */
  public static List<Triple> triples(int studies, int modes) {
    Random random = new Random(7);
    List<Triple> triples = new ArrayList<>();
    for (int mode = 0; mode < modes; mode++) {
      type(triples, node("mode", mode), "Mode");
      if (mode > 0) {
        say(triples, node("mode", mode), "isKindOf", node("mode", mode / 4));
      }
    }
    for (int number = 0; number < studies; number++) {
      Node study = node("study", number);
      type(triples, study, "Study");
      if (number > 0 && random.nextInt(5) == 0) {
        say(triples, study, "replicates", node("study", random.nextInt(number)));
      }
      for (int i = 0; i < FINDINGS; i++) {
        Node finding = node("finding", FINDINGS * number + i);
        say(triples, finding, "isFrom", study);
        String polarity = random.nextInt(40) == 0 ? "against" : "for";
        say(triples, finding, "hasPolarity", NodeFactory.createLiteralString(polarity));
        for (int j = 0; j < CLAIMS; j++) {
          Node claim = node("claim", CLAIMS * (FINDINGS * number + i) + j);
          say(triples, claim, "restsOn", finding);
          say(triples, claim, "isAbout", node("mode", random.nextInt(modes)));
        }
      }
    }
    return triples;
  }

  private static void type(List<Triple> triples, Node thing, String type) {
    triples.add(Triple.create(thing, RDF.type.asNode(), NodeFactory.createURI(TERMS + type)));
  }

  private static void say(List<Triple> triples, Node subject, String property, Node object) {
    triples.add(Triple.create(subject, NodeFactory.createURI(TERMS + property), object));
  }

  private static Node node(String kind, int number) {
    return NodeFactory.createURI("https://example.org/" + kind + "/" + number);
  }
}
