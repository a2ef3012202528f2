package org.mesagraph.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** How long something took, once it was done. */
final class Timing {

  private final AtomicReference<Duration> last = new AtomicReference<>();

  /** Does it. */
  <T> T of(Supplier<T> work) {
    long begun = System.nanoTime();
    T result = work.get();
    last.set(Duration.ofNanos(System.nanoTime() - begun));
    return result;
  }

  Optional<Duration> last() {
    return Optional.ofNullable(last.get());
  }
}
