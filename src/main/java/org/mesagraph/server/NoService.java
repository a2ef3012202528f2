package org.mesagraph.server;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * Refuses queries that want to ask another server. They could not anyhow, but a SILENT one would
 * get an answer that looks whole, and the log a line for every attempt.
 */
final class NoService extends ElementTransformCopyBase {

  /** Throws if the query has a SERVICE anywhere. */
  static void check(Query query) {
    NoService transform = new NoService();
    QueryTransformOps.transform(
        query, transform, new ExprTransformApplyElementTransform(transform));
  }

  @Override
  public Element transform(ElementService element, Node service, Element pattern) {
    throw new MesagraphException(Kind.USAGE, "SERVICE is not allowed: no other server is asked");
  }
}
