package org.mesagraph.attack;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;

/** A class that leaves a file when it is initialised, which its name alone does not do. */
public final class Tripwire000 {

  /** The system property that says where. */
  static final String FOLDER = "mesagraph.attack.folder";

  static {
    String name = MethodHandles.lookup().lookupClass().getSimpleName();
    try {
      Files.writeString(Path.of(System.getProperty(FOLDER), name), "initialised");
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Tripwire000() {}
}
