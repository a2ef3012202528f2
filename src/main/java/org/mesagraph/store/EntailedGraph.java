package org.mesagraph.store;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.BaseInfGraph;
import org.apache.jena.reasoner.Finder;
import org.apache.jena.reasoner.StandardValidityReport;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.ValidityReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.mesagraph.reason.Closure;

/**
 * A graph of Jena together with what it entails. A change is followed by closing the graph anew
 * when it is next read.
 */
final class EntailedGraph extends BaseInfGraph {

  private final EntailingReasoner entailing;
  private Set<Triple> stated = Set.of();
  private Closure closure;

  EntailedGraph(Graph data, EntailingReasoner reasoner) {
    super(data, reasoner);
    this.entailing = reasoner;
  }

  @Override
  public synchronized void prepare() {
    if (!isPrepared()) {
      stated = new HashSet<>(getRawGraph().find().toList());
      closure = entailing.entailment(getRawGraph()).closure();
      setPreparedState(true);
    }
  }

  @Override
  public ExtendedIterator<Triple> findWithContinuation(TriplePattern pattern, Finder more) {
    prepare();
    Stream<Triple> following =
        closure
            .matching(
                Triple.create(
                    open(pattern.getSubject(), "s"),
                    open(pattern.getPredicate(), "p"),
                    open(pattern.getObject(), "o")))
            .filter(triple -> !stated.contains(triple));
    return getRawGraph()
        .find(pattern.asTripleMatch())
        .andThen(WrappedIterator.create(following.iterator()));
  }

  private static Node open(Node node, String name) {
    return node.isConcrete() ? node : NodeFactory.createVariable(name);
  }

  @Override
  public synchronized void performAdd(Triple triple) {
    getRawGraph().add(triple);
    rebind();
  }

  @Override
  public synchronized void performDelete(Triple triple) {
    getRawGraph().delete(triple);
    rebind();
  }

  /** What follows without being stated. */
  @Override
  public Graph getDeductionsGraph() {
    prepare();
    Graph deductions = GraphFactory.createDefaultGraph();
    closure.inferred().forEach(deductions::add);
    return deductions;
  }

  @Override
  public Graph getSchemaGraph() {
    Graph schema = GraphFactory.createDefaultGraph();
    entailing.schema().forEach(schema::add);
    return schema;
  }

  @Override
  public ValidityReport validate() {
    prepare();
    StandardValidityReport report = new StandardValidityReport();
    for (Triple contradiction : closure.inconsistencies()) {
      report.add(true, "contradiction", contradiction.getSubject() + " would be an owl:Nothing");
    }
    return report;
  }
}
