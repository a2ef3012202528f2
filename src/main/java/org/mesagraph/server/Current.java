package org.mesagraph.server;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.mesagraph.http.States;
import org.mesagraph.store.Snapshot;

/**
 * The state that is served now. Whoever reads has begun a transaction on the dataset that belongs
 * to the state, and keeps both to the end; whoever replaces the state, or changes its dataset and
 * the state with it, does so while nobody begins.
 */
public final class Current implements States<Served> {

  private final ReadWriteLock beginning = new ReentrantReadWriteLock(true);
  private Served served;
  private Guests guests = new Guests();
  private volatile Optional<String> trouble = Optional.empty();

  private Current(Served served) {
    this.served = served;
  }

  public static Current of(Served served) {
    return new Current(served);
  }

  @Override
  public <T> T reading(Function<Served, T> work) {
    Served state;
    Guests those;
    DatasetGraph dataset;
    beginning.readLock().lock();
    try {
      state = served;
      dataset = state.snapshot().dataset();
      dataset.begin(ReadWrite.READ);
      those = guests;
      those.enter();
    } finally {
      beginning.readLock().unlock();
    }
    try {
      return work.apply(state);
    } finally {
      dataset.end();
      those.leave();
    }
  }

  /** The state, for what needs no dataset. */
  public Served now() {
    beginning.readLock().lock();
    try {
      return served;
    } finally {
      beginning.readLock().unlock();
    }
  }

  /**
   * Replaces the state.
   *
   * @param next makes what has to be made in the same moment, such as the commit of a change, and
   *     returns the state afterwards; if it throws, the state stays
   */
  public void replace(Supplier<Served> next) {
    beginning.writeLock().lock();
    try {
      served = next.get();
    } finally {
      beginning.writeLock().unlock();
    }
  }

  /**
   * Replaces the state by one with a dataset of its own, while requests on the old one finish.
   *
   * @param afterLast run when the last of them has, to let go of the old dataset
   */
  public void succeed(Served next, Runnable afterLast) {
    Guests last;
    beginning.writeLock().lock();
    try {
      last = guests;
      guests = new Guests();
      served = next;
    } finally {
      beginning.writeLock().unlock();
    }
    isNewest();
    last.end(afterLast);
  }

  /** Notes why the state could not be replaced by a newer one. */
  public void keepDespite(String why) {
    trouble = Optional.of(why);
  }

  /** Notes that there is no newer state, as when what was wrong was undone. */
  public void isNewest() {
    trouble = Optional.empty();
  }

  /** Why the state is not the newest there could be, if it is not. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Goes over to the state after a change, together with its dataset. */
  void publish(Runnable commit, Snapshot after, String version) {
    replace(
        () -> {
          commit.run();
          return Served.of(version, after, served.queries()).with(served.releases());
        });
  }
}
