package org.mesagraph.store;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once. */
final class Lazy<T> {

  private final Supplier<T> make;
  private T value;

  Lazy(Supplier<T> make) {
    this.make = make;
  }

  /** A value that is there already. */
  static <T> Lazy<T> of(T value) {
    return new Lazy<>(() -> value);
  }

  synchronized T get() {
    if (value == null) {
      value = make.get();
    }
    return value;
  }
}
