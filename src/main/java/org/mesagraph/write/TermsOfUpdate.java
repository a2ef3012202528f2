package org.mesagraph.write;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.mesagraph.write.RefusedException.Reason;

/** Checks the terms that an update inserts, and tells where in its text they stand. */
final class TermsOfUpdate {

  private TermsOfUpdate() {}

  /**
   * Refuses an update that would insert what no file may hold.
   *
   * @throws RefusedException with the terms
   */
  static void check(String text, List<Update> operations) {
    Complaints complaints = new Complaints();
    try {
      for (Update operation : operations) {
        for (Quad quad : inserted(operation)) {
          for (Node node :
              List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
            check(text, node, complaints);
          }
        }
      }
    } catch (RiotException e) {
      // enough is wrong
    }
    if (!complaints.all().isEmpty()) {
      throw new RefusedException(
          Reason.MALFORMED, complaints.all().get(0).toString(), complaints.all());
    }
  }

  private static List<Quad> inserted(Update operation) {
    if (operation instanceof UpdateDataInsert insert) {
      return insert.getQuads();
    }
    return operation instanceof UpdateModify modify ? modify.getInsertQuads() : List.of();
  }

  private static void check(String text, Node node, Complaints complaints) {
    if (!node.isURI() && !node.isLiteral() || Quad.isDefaultGraph(node)) {
      return;
    }
    if (Complaints.isWrong(node)) {
      int offset = Math.max(0, text.indexOf(written(node)));
      Position position = Position.at(text, offset);
      complaints.check(node, position.line(), position.column());
    }
  }

  /** As a term is probably written; where it is not, it is looked for at the beginning. */
  private static String written(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : "<" + node.getURI();
  }
}
