package org.mesagraph.write;

import java.util.List;
import org.apache.jena.update.Update;

/**
 * The operations of a request of SPARQL 1.1 Update, found harmless.
 *
 * @param patterns matches them
 * @see <a href="https://www.w3.org/TR/sparql11-update/">SPARQL 1.1 Update</a>
 */
record UpdateText(List<Update> operations, PatternMatching patterns) {

  UpdateText {
    operations = List.copyOf(operations);
  }

  /** Does all operations in their order, within a transaction of the overlay. */
  void run(Overlay overlay) {
    UpdateWorker worker = UpdateWorker.on(overlay, patterns);
    for (Update operation : operations) {
      operation.visit(worker);
    }
  }
}
