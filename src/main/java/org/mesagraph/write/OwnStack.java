package org.mesagraph.write;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.mesagraph.write.RefusedException.Reason;

/**
 * A thread of its own for each text that is read, with a stack of known size: a parser that runs
 * out of it ends here, and not somewhere in the thread of a server that others use afterwards.
 */
final class OwnStack {

  private static final long BYTES = 4L << 20;

  private OwnStack() {}

  static <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "read", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Reason.BUSY, "the server is stopping", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof StackOverflowError) {
      Defect defect =
          Defect.of(
              "text/nesting",
              Position.UNKNOWN,
              "nested too deeply",
              "write it with fewer brackets");
      return new RefusedException(Reason.UNFIT, defect.toString(), List.of(defect));
    }
    if (cause instanceof RuntimeException known) {
      return known;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
