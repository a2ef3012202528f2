package org.mesagraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mesagraph.base.Place;

/** Prints findings in the manner of a compiler: what, where, the line itself, the cure. */
final class Report {

  private final Path root;
  private final PrintWriter out;
  private int errors;
  private int warnings;

  Report(Path root, PrintWriter out) {
    this.root = root;
    this.out = out;
  }

  void add(boolean error, String code, Place place, String what, String cure) {
    errors += error ? 1 : 0;
    warnings += error ? 0 : 1;
    out.println((error ? "error[" : "warning[") + code + "]: " + what);
    out.println("  ┌─ " + place);
    String line = line(place);
    if (!line.isBlank()) {
      out.println("  │ " + line.strip());
    }
    out.println("  = help: " + cure);
  }

  private String line(Place place) {
    if (place.line() == 0) {
      return "";
    }
    try {
      List<String> lines =
          Files.readAllLines(root.resolve(place.file()), StandardCharsets.ISO_8859_1);
      byte[] bytes = lines.get(place.line() - 1).getBytes(StandardCharsets.ISO_8859_1);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  void close(int files, int statements, double seconds) {
    out.printf(
        "%d files · %,d statements · %d errors · %d warnings · %.1f s%n",
        files, statements, errors, warnings, seconds);
    out.flush();
  }

  int errors() {
    return errors;
  }

  int warnings() {
    return warnings;
  }
}
