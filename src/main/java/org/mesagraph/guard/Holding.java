package org.mesagraph.guard;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** What one operator holds of the rows that go into it, until the rows that come out are closed. */
final class Holding {

  private final Watch watch;
  private long cells;

  Holding(Watch watch) {
    this.watch = watch;
  }

  /** Rows that are all held. */
  QueryIterator in(QueryIterator rows) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        hold(row.size() + 1L); // the row itself costs about as much as a value
        return row;
      }
    };
  }

  /** Rows that come out; when they are closed, nothing is held any longer. */
  QueryIterator out(QueryIterator rows) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected void closeIterator() {
        super.closeIterator();
        watch.release(cells);
        cells = 0;
      }
    };
  }

  void hold(long count) {
    cells += count;
    watch.hold(count);
  }
}
