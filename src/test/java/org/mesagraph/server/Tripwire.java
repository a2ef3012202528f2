package org.mesagraph.server;

/** A class that leaves a mark when it is initialised, which its name alone does not do. */
public final class Tripwire {

  /** The system property that is the mark. */
  static final String MARK = "org.mesagraph.server.tripwire";

  static {
    System.setProperty(MARK, "initialised");
  }

  private Tripwire() {}
}
