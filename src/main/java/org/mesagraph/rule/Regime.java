package org.mesagraph.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;
import org.mesagraph.base.RuleText;
import org.mesagraph.base.Statement;

/**
 * What graphs entail by a standard of the W3C, whatever they are about: schema and data may be
 * mixed, and conclusions may be about the schema.
 *
 * @param language the standard
 * @param datatypes those whose values are known
 */
public record Regime(Language language, Datatypes datatypes) {

  /** The standards, each with what it says besides the one before, where it builds on one. */
  public enum Language {
    /** A graph entails what it holds. */
    SIMPLE,
    /** RDF 1.1 Semantics, section 8. */
    RDF,
    /** RDF 1.1 Semantics, section 9. */
    RDFS,
    /** The rules of OWL 2 RL/RDF: those of individuals compiled, and those of the schema. */
    OWL
  }

  /** A statement that is made by no file. */
  private static Statement statement(Triple triple) {
    return new Statement(KnowledgeBase.ONTOLOGY_GRAPH, triple, GraphRules.PLACE);
  }

  /** What holds in every graph, as far as it is about what a graph mentions. */
  public List<Triple> axioms(Collection<Triple> graph) {
    List<Triple> axioms = new ArrayList<>();
    switch (language) {
      case SIMPLE -> {}
      case RDF -> {
        axioms.addAll(read("rdf.ttl"));
        positions(graph).forEach(position -> axioms.add(typed(position, RDF.Property)));
      }
      case RDFS -> {
        axioms.addAll(read("rdf.ttl"));
        axioms.addAll(read("rdfs.ttl"));
        axioms.addAll(datatypeAxioms());
        for (Node position : positions(graph)) {
          axioms.add(typed(position, RDFS.ContainerMembershipProperty));
          axioms.add(typed(position, RDF.Property));
          axioms.add(Triple.create(position, RDFS.domain.asNode(), RDFS.Resource.asNode()));
          axioms.add(Triple.create(position, RDFS.range.asNode(), RDFS.Resource.asNode()));
        }
      }
      case OWL -> {
        axioms.addAll(read("owl.ttl"));
        axioms.addAll(datatypeAxioms());
      }
    }
    return axioms;
  }

  private List<Triple> datatypeAxioms() {
    return datatypes.names().stream()
        .map(datatype -> typed(datatype, RDFS.Datatype))
        .sorted(java.util.Comparator.comparing(Triple::toString))
        .toList();
  }

  private static Triple typed(Node node, Resource type) {
    return Triple.create(node, RDF.type.asNode(), type.asNode());
  }

  /** Whether what is said of a thing holds of all that it is the same as. */
  public boolean equality() {
    return language == Language.OWL;
  }

  private static Set<Node> positions(Collection<Triple> graph) {
    Set<Node> positions = new LinkedHashSet<>();
    for (Triple triple : graph) {
      for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        if (node.isURI() && node.getURI().matches("\\Q" + RDF.getURI() + "\\E_[1-9][0-9]*")) {
          positions.add(node);
        }
      }
    }
    return positions;
  }

  /**
   * The rules that make the conclusions from a graph, some of them made for what the graph says. A
   * graph that says more may need more of them.
   *
   * @param problems is added the axioms that no rule stands for
   */
  public List<Rule> rules(Collection<Triple> graph, List<Problem> problems) {
    List<Rule> rules = new ArrayList<>();
    if (language == Language.RDF || language == Language.RDFS) {
      rules.addAll(parse("rdf.rules"));
    }
    if (language == Language.RDFS) {
      rules.addAll(parse("rdfs.rules"));
      rules.addAll(GraphRules.partsOfProperties(graph));
    }
    if (language == Language.OWL) {
      rules.addAll(parse("owl-schema.rules"));
      rules.addAll(GraphRules.lists(graph));
      List<Statement> axioms =
          graph.stream()
              // that everything includes itself is told by rules, and would else be compiled
              .filter(triple -> !triple.getSubject().equals(triple.getObject()))
              .map(Regime::statement)
              .toList();
      rules.addAll(Axioms.compile(axioms, Prefixes.of(Map.of()), problems));
    }
    if (language != Language.SIMPLE) {
      rules.addAll(GraphRules.values(graph, datatypes));
    }
    return rules;
  }

  private static List<Rule> parse(String file) {
    List<Problem> problems = new ArrayList<>();
    List<Rule> rules = RuleFile.parse(List.of(new RuleText(file, text(file))), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    return rules;
  }

  private static List<Triple> read(String file) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text(file), Lang.TURTLE).parse(graph);
    return graph.find().toList();
  }

  private static String text(String file) {
    try (InputStream in = Regime.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
