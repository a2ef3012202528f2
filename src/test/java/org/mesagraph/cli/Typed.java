package org.mesagraph.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.mesagraph.RealProject;

/**
 * A command line that was typed, and what came of it.
 *
 * @param exit the exit code
 */
record Typed(int exit, String out, String err) {

  /** Runs a command of this program on the files of this project, or of another root. */
  static Typed run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--root") && arguments.length > 0) {
      all.add("--root");
      all.add(RealProject.root().toString());
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Typed(exit, out.toString(), err.toString());
  }
}
