package org.mesagraph.write;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;

/** {@code DELETE WHERE { … }} written out as {@code DELETE { … } WHERE { … }}. */
final class Patterns {

  private Patterns() {}

  static UpdateModify asModify(UpdateDeleteWhere operation) {
    UpdateModify modify = new UpdateModify();
    modify.setHasDeleteClause(true);
    ElementGroup pattern = new ElementGroup();
    for (Quad quad : operation.getQuads()) {
      modify.getDeleteAcc().addQuad(quad);
      pattern.addElement(element(quad));
    }
    modify.setElement(pattern);
    return modify;
  }

  private static Element element(Quad quad) {
    ElementTriplesBlock triple = new ElementTriplesBlock();
    triple.addTriple(quad.asTriple());
    Node graph = quad.getGraph();
    return quad.isDefaultGraph() ? triple : new ElementNamedGraph(graph, triple);
  }
}
