package org.mesagraph.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What is said about things: every statement with a thing as its subject, and the same about the
 * blank nodes that are its objects. Found one after the other, so that whoever counts them can
 * stop.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#describe">SPARQL 1.1, 16.4</a>
 */
record Describing(DatasetGraph dataset, Watch watch) {

  Iterator<Triple> all(Query query, QueryExec execution) {
    Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
    List<Var> variables = query.getProjectVars();
    if (!variables.isEmpty()) {
      query.setQuerySelectType();
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        Binding row = rows.next();
        for (Var variable : variables) {
          Node value = row.get(variable);
          if (value != null && !value.isLiteral() && things.add(value)) {
            watch.hold(1);
          }
        }
      }
    }
    return new Statements(new ArrayDeque<>(things));
  }

  private final class Statements implements Iterator<Triple> {
    private final Deque<Node> open;
    private final Set<Node> blank = new HashSet<>();
    private Iterator<Triple> current = List.<Triple>of().iterator();

    Statements(Deque<Node> things) {
      this.open = things;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && !open.isEmpty()) {
        current = dataset.getDefaultGraph().find(open.pop(), Node.ANY, Node.ANY);
      }
      return current.hasNext();
    }

    @Override
    public Triple next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Triple triple = current.next();
      if (triple.getObject().isBlank() && blank.add(triple.getObject())) {
        watch.hold(1);
        open.push(triple.getObject());
      }
      return triple;
    }
  }
}
