package org.mesagraph.server;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.SortedTriples;
import org.mesagraph.describe.Descriptions;
import org.mesagraph.explain.ExplanationService;
import org.mesagraph.explain.WhatIfService;
import org.mesagraph.guard.Known;
import org.mesagraph.query.GraphBeside;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SparqlExamples;
import org.mesagraph.store.Snapshot;
import org.mesagraph.vocab.Vocab;

/** One state of everything that is served, with what answers from it. */
public final class Served {

  /** The name of the SPARQL endpoint, wherever a server answers for it. */
  private static final String ENDPOINT = "https://w3id.org/mesagraph/sparql";

  private final String version;
  private final Snapshot snapshot;
  private final SavedQueries queries;
  private final Releases releases;
  private final Lazy<QueryRunner> runner;
  private final Lazy<ExplanationService> explanations;
  private final Lazy<WhatIfService> whatIf;
  private final Lazy<SortedTriples> examples;
  private final DatasetGraph dataset;
  private final Lazy<Descriptions> descriptions;
  private final Lazy<Known> known;

  private Served(String version, Snapshot snapshot, SavedQueries queries, Releases releases) {
    this.version = version;
    this.snapshot = snapshot;
    this.queries = queries;
    this.releases = releases;
    this.runner = new Lazy<>(() -> new QueryRunner(snapshot.dataset(), snapshot.base().prefixes()));
    this.explanations =
        new Lazy<>(() -> ExplanationService.of(snapshot.base(), snapshot.closure()));
    this.whatIf =
        new Lazy<>(() -> WhatIfService.of(snapshot.base(), snapshot.program(), snapshot.closure()));
    this.examples = new Lazy<>(() -> describer().of(queries));
    Lazy<Graph> graph = new Lazy<>(() -> GraphBeside.graph(examples().triples()));
    Node name = NodeFactory.createURI(ENDPOINT + SparqlExamples.WELL_KNOWN);
    this.dataset = GraphBeside.of(snapshot.dataset(), name, graph::get);
    this.descriptions = new Lazy<>(() -> Descriptions.of(snapshot, queries, version));
    this.known = new Lazy<>(() -> known(snapshot.base()));
  }

  /**
   * A state.
   *
   * @param version no other state has it, as answers are kept by it
   */
  public static Served of(String version, Snapshot snapshot, SavedQueries queries) {
    return new Served(version, snapshot, queries, Releases.NONE);
  }

  /** The same with releases that are kept beside it. */
  public Served with(Releases others) {
    return new Served(version, snapshot, queries, others);
  }

  /** The releases beside this one. */
  public Releases releases() {
    return releases;
  }

  public String version() {
    return version;
  }

  /** The name by which the data of this state can be asked for later, if it is kept. */
  public String release() {
    return releases.current().orElse(version);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public SavedQueries queries() {
    return queries;
  }

  public Prefixes prefixes() {
    return snapshot.base().prefixes();
  }

  /** Runs saved queries. */
  public QueryRunner runner() {
    return runner.get();
  }

  /** The saved queries as SPARQL examples. */
  public SortedTriples examples() {
    return examples.get();
  }

  /** Describes saved queries as SPARQL examples. */
  public SparqlExamples describer() {
    return new SparqlExamples(runner(), ENDPOINT);
  }

  /** What free queries are asked of: the data, and beside it the graph of SPARQL examples. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** Proves statements. */
  public ExplanationService explanations() {
    return explanations.get();
  }

  /** Describes whatever has an IRI of ours. */
  public Descriptions descriptions() {
    return descriptions.get();
  }

  /** The names that whoever writes a query may have meant: classes, properties and prefixes. */
  Known known() {
    return known.get();
  }

  private static Known known(KnowledgeBase base) {
    Set<String> terms = new HashSet<>();
    for (Triple triple : base.triples()) {
      terms.add(triple.getPredicate().getURI());
      if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(Vocab.NS)) {
        terms.add(triple.getSubject().getURI());
      }
      if (triple.getPredicate().equals(RDF.Nodes.type) && triple.getObject().isURI()) {
        terms.add(triple.getObject().getURI());
      }
    }
    return Known.of(base.prefixes(), terms);
  }

  /** Tells what would fall. */
  public WhatIfService whatIf() {
    return whatIf.get();
  }
}
