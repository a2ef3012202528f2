package org.mesagraph.guard;

import java.util.Collection;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateVisitorBase;

/** Holds each operation of an update to the bounds of a query, and refuses LOAD. */
final class UpdateMeasure extends UpdateVisitorBase {

  private final Bounds bounds;
  private final ClosedFunctions functions;

  UpdateMeasure(Bounds bounds, ClosedFunctions functions) {
    this.bounds = bounds;
    this.functions = functions;
  }

  @Override
  public void visit(UpdateLoad update) {
    throw Measure.notAllowed("LOAD is not allowed: nothing is fetched");
  }

  @Override
  public void visit(UpdateModify update) {
    Measure measure = new Measure(bounds.shape(), functions);
    measure.operator(Algebra.compile(update.getWherePattern()));
    measure.patterns(update.getDeleteQuads().size());
    measure.patterns(update.getInsertQuads().size());
    quads(update.getDeleteQuads());
    quads(update.getInsertQuads());
  }

  @Override
  public void visit(UpdateDeleteWhere update) {
    new Measure(bounds.shape(), functions).patterns(update.getQuads().size());
    quads(update.getQuads());
  }

  @Override
  public void visit(UpdateDataInsert update) {
    quads(update.getQuads());
  }

  @Override
  public void visit(UpdateDataDelete update) {
    quads(update.getQuads());
  }

  private void quads(Collection<Quad> quads) {
    Measure measure = new Measure(bounds.shape(), functions);
    quads.forEach(quad -> measure.triple(quad.asTriple()));
  }
}
