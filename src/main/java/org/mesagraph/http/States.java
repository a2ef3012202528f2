package org.mesagraph.http;

import java.util.function.Function;

/** Holds the state that answers are made from, which may be replaced while others read. */
public interface States<S> {

  /** Runs within the present state; everything that is read meanwhile belongs to it. */
  <T> T reading(Function<S, T> work);
}
