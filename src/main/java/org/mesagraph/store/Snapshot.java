package org.mesagraph.store;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.rule.Program;

/**
 * One state of everything: what the files say, what follows, and both as a dataset.
 *
 * @param base what the files state
 * @param program the rules that were applied
 * @param closure what is stated or follows, with its derivations
 * @param dataset the same for queries; read-only, default graph = union of all named graphs
 */
public record Snapshot(KnowledgeBase base, Program program, Closure closure, DatasetGraph dataset) {

  /** The graph of what follows. */
  public static final Node INFERRED_GRAPH = NodeFactory.createURI(KnowledgeBase.GRAPH + "inferred");

  /**
   * Reasons over a knowledge base and fills a dataset in memory.
   *
   * @throws MesagraphException if a rule or axiom is not supported
   */
  public static Snapshot of(KnowledgeBase base, Reasoner reasoner) {
    Program program = Program.of(base);
    Closure closure = reasoner.close(program, base.triples());
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(
        dataset,
        () -> {
          for (Statement statement : base.statements()) {
            dataset.add(Quad.create(statement.graph(), statement.triple()));
          }
          for (Triple triple : closure.inferred()) {
            dataset.add(Quad.create(INFERRED_GRAPH, triple));
          }
          for (Map.Entry<String, String> prefix : base.prefixes().namespaces().entrySet()) {
            dataset.prefixes().add(prefix.getKey(), prefix.getValue());
          }
        });
    return new Snapshot(base, program, closure, new UnionDefaultGraph(dataset));
  }
}
