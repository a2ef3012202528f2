package org.mesagraph.cli;

import java.io.PrintWriter;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.server.Current;
import org.mesagraph.store.Snapshot;

/**
 * Takes a running server to the state that the files and the store have now. The new state is
 * opened and checked beside the old one, which goes on answering if anything is wrong.
 */
final class Reload {

  private final Origin origin;
  private final Current current;
  private final PrintWriter err;
  private String served;

  /**
   * For a server that was just started.
   *
   * @param opened what it serves
   */
  Reload(Origin origin, Origin.Opened opened, Current current, PrintWriter err) {
    this.origin = origin;
    this.current = current;
    this.err = err;
    this.served = opened.mark();
  }

  /** Goes over to what there is now, and says so if that is nothing new; never fails. */
  void asked() {
    if (!isNew()) {
      err.println("not reloaded: nothing has changed");
    }
  }

  /** The same without a word if there is nothing new, as after a load of its own. */
  void noticed() {
    isNew();
  }

  private synchronized boolean isNew() {
    try {
      if (origin.mark().equals(served)) {
        current.isNewest();
        return false;
      }
      if (origin.written()) {
        throw new MesagraphException(
            Kind.USAGE,
            "changes are being made beside what was loaded – start anew to have them made on what"
                + " the files state now");
      }
      Origin.Opened next = origin.open();
      Snapshot snapshot = next.project().snapshot();
      // made now, so that the first request need not wait for it
      snapshot.closure();
      snapshot.dataset();
      Snapshot old = current.now().snapshot();
      current.succeed(origin.served(next), old::close);
      served = next.mark();
      err.println("reloaded · " + next.how());
    } catch (MesagraphException e) {
      fail(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // whatever happened, the old state is still right; a thread that dies would hide it
      fail("a bug: " + e);
    }
    return true;
  }

  private void fail(String why) {
    current.keepDespite(why);
    why.lines().forEach(line -> err.println("error: not reloaded: " + line));
  }
}
