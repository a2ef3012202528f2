package org.mesagraph.http;

import java.io.IOException;
import java.io.OutputStream;

/** What an answer carries. */
public sealed interface Body {

  /** Known to the last byte before the first is sent, so that it is whole or refused. */
  record Whole(byte[] bytes) implements Body {}

  /** Written as it is made, for what is too large to hold; it must not be able to fail. */
  record Streamed(Source source) implements Body {}

  /** Writes a body. */
  @FunctionalInterface
  interface Source {
    void write(OutputStream out) throws IOException;
  }
}
