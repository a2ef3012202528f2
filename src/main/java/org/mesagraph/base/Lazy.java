package org.mesagraph.base;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once. */
public final class Lazy<T> {

  private final Supplier<T> make;
  private T value;

  public Lazy(Supplier<T> make) {
    this.make = make;
  }

  /** A value that is there already. */
  public static <T> Lazy<T> of(T value) {
    return new Lazy<>(() -> value);
  }

  public synchronized T get() {
    if (value == null) {
      value = make.get();
    }
    return value;
  }
}
