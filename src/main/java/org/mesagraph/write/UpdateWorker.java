package org.mesagraph.write;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.modify.UpdateEngineWorker;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateAdd;
import org.apache.jena.sparql.modify.request.UpdateBinaryOp;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateCopy;
import org.apache.jena.sparql.modify.request.UpdateCreate;
import org.apache.jena.sparql.modify.request.UpdateDrop;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateMove;
import org.apache.jena.sparql.util.Context;
import org.mesagraph.write.RefusedException.Reason;

/**
 * Does the operations of an update on an overlay. Patterns are matched by Jena; what is done to
 * whole graphs is written out here, since it means the graph that is written to by default, and not
 * the union that is read. Graphs without statements are not kept, so that they need not exist.
 */
final class UpdateWorker extends UpdateEngineWorker {

  private final Overlay overlay;
  private final PatternMatching patterns;

  private UpdateWorker(Overlay overlay, PatternMatching patterns) {
    super(overlay, BindingFactory.binding(), ARQ.getContext().copy());
    this.overlay = overlay;
    this.patterns = patterns;
  }

  static UpdateWorker on(Overlay overlay, PatternMatching patterns) {
    return new UpdateWorker(overlay, patterns);
  }

  @Override
  protected Iterator<Binding> evalBindings(
      Query query, DatasetGraph dataset, Binding input, Context context) {
    return patterns.matches(dataset, query.getQueryPattern()).iterator();
  }

  @Override
  public void visit(UpdateLoad load) {
    throw new IllegalStateException("LOAD is refused when it is read");
  }

  @Override
  public void visit(UpdateDrop operation) {
    clear(operation);
  }

  @Override
  public void visit(UpdateClear operation) {
    clear(operation);
  }

  /** Update §3.2.2: a graph without statements is no other thing than no graph. */
  private void clear(UpdateDropClear operation) {
    if (operation.isDefault() || operation.isAll()) {
      overlay.removeGraph(Graphs.DEFAULT);
    }
    if (operation.isAllNamed() || operation.isAll()) {
      Iter.toList(overlay.listGraphNodes()).stream()
          .filter(graph -> operation.isAll() || !graph.equals(Graphs.DEFAULT))
          .forEach(overlay::removeGraph);
    }
    if (operation.isOneGraph()) {
      overlay.removeGraph(operation.getGraph());
    }
  }

  @Override
  public void visit(UpdateCreate operation) {
    if (!operation.isSilent() && overlay.containsGraph(operation.getGraph())) {
      throw new RefusedException(
          Reason.UNFIT,
          "there is a graph <"
              + operation.getGraph()
              + "> already – say CREATE SILENT if that will do");
    }
  }

  @Override
  public void visit(UpdateAdd operation) {
    between(operation, false, false);
  }

  @Override
  public void visit(UpdateCopy operation) {
    between(operation, true, false);
  }

  @Override
  public void visit(UpdateMove operation) {
    between(operation, true, true);
  }

  /** Update §3.2.3 to §3.2.5; from a graph to itself nothing happens. */
  private void between(UpdateBinaryOp operation, boolean replaces, boolean moves) {
    Node from = graph(operation.getSrc());
    Node to = graph(operation.getDest());
    if (!operation.getSrc().isDefault() && !overlay.containsGraph(from)) {
      if (operation.isSilent()) {
        return;
      }
      throw new RefusedException(Reason.UNFIT, "there is no graph <" + from + ">");
    }
    if (from.equals(to)) {
      return;
    }
    if (replaces) {
      overlay.removeGraph(to);
    }
    List<Quad> quads = Iter.toList(overlay.find(from, Node.ANY, Node.ANY, Node.ANY));
    quads.forEach(quad -> overlay.add(Quad.create(to, quad.asTriple())));
    if (moves) {
      overlay.removeGraph(from);
    }
  }

  private static Node graph(Target target) {
    return target.isDefault() ? Graphs.DEFAULT : target.getGraph();
  }
}
