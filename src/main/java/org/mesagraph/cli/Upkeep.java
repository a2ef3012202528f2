package org.mesagraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.ProjectLayout;
import org.mesagraph.base.Statement;
import org.mesagraph.query.CheckFinding;
import org.mesagraph.query.Checks;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.query.UsedTerms;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;
import org.mesagraph.vocab.Vocab;
import org.mesagraph.write.Inspector;

/** What does not change an answer, but must be in order before a change is taken. */
final class Upkeep {

  private static final Set<String> KINDS =
      Set.of(
          OWL.Class.getURI(),
          OWL.ObjectProperty.getURI(),
          OWL.DatatypeProperty.getURI(),
          OWL2.AnnotationProperty.getURI());

  private Upkeep() {}

  /**
   * The pitfalls of the ontology, the layout of the files, queries without a test, and terms that
   * no query asks about.
   */
  static List<Finding> findings(Path root, KnowledgeBase base, SavedQueries queries) {
    List<Finding> findings = new ArrayList<>();
    Checks pitfalls = Checks.read(root, Checks.PITFALLS, base.prefixes());
    for (CheckFinding found : pitfalls.run(ontology(base))) {
      findings.add(Inspector.finding("pitfall", base, found));
    }
    for (Problem problem : ProjectLayout.problems(root, base.prefixes())) {
      findings.add(
          new Finding(
              "layout", Severity.ERROR, problem.place(), "", problem.what(), problem.cure()));
    }
    for (SavedQuery query : queries.all()) {
      if (query.header().tests().isEmpty()) {
        findings.add(
            new Finding(
                "query/untested",
                Severity.WARNING,
                Place.of(query.file()),
                "",
                query.name() + " has no test",
                "add one under tests: in its header, with a row that must be there"));
      }
    }
    UsedTerms used = UsedTerms.read(root);
    Set<String> told = new TreeSet<>();
    for (Statement statement : base.statements()) {
      String term = term(statement.triple());
      if (!term.isEmpty() && !used.has(term) && told.add(term)) {
        findings.add(
            new Finding(
                "query/term-unused",
                Severity.WARNING,
                statement.place(),
                "mg:" + term,
                "no query asks about mg:" + term,
                "write a query that does; until then the term is not needed"));
      }
    }
    return findings;
  }

  /** What the ontology states, without what follows from it. */
  private static DatasetGraph ontology(KnowledgeBase base) {
    Graph graph = GraphFactory.createDefaultGraph();
    base.statements().stream()
        .filter(statement -> statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH))
        .forEach(statement -> graph.add(statement.triple()));
    return DatasetGraphFactory.wrap(graph);
  }

  /** The local name of a term of ours that a triple declares; empty if it does not. */
  private static String term(Triple triple) {
    boolean declares =
        triple.getPredicate().equals(RDF.type.asNode())
            && triple.getObject().isURI()
            && KINDS.contains(triple.getObject().getURI())
            && triple.getSubject().isURI()
            && triple.getSubject().getURI().startsWith(Vocab.NS);
    return declares ? triple.getSubject().getURI().substring(Vocab.NS.length()) : "";
  }
}
