package org.mesagraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.base.Place;
import org.mesagraph.shape.Finding;
import org.mesagraph.shape.Finding.Severity;

/**
 * Prints findings in the manner of a compiler (what, where, the line itself, the cure), or all
 * together as one JSON object.
 */
final class Report {

  private final Path root;
  private final PrintWriter out;
  private final boolean json;
  private final JsonArray findings = new JsonArray();
  private int errors;
  private int warnings;

  Report(Path root, PrintWriter out, boolean json) {
    this.root = root;
    this.out = out;
    this.json = json;
  }

  void add(Finding found) {
    boolean error = found.severity() == Severity.ERROR;
    errors += error ? 1 : 0;
    warnings += error ? 0 : 1;
    if (json) {
      JsonObject finding = new JsonObject();
      finding.put("severity", error ? "error" : "warning");
      finding.put("code", found.code());
      finding.put("file", found.place().file());
      finding.put("line", found.place().line());
      finding.put("what", found.what());
      finding.put("cure", found.cure());
      findings.add(finding);
      return;
    }
    out.println((error ? "error[" : "warning[") + found.code() + "]: " + found.what());
    out.println("  ┌─ " + found.place());
    String line = line(found.place());
    if (!line.isBlank()) {
      out.println("  │ " + line.strip());
    }
    out.println("  = help: " + found.cure());
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
    if (json) {
      JsonObject report = new JsonObject();
      report.put("files", files);
      report.put("statements", statements);
      report.put("errors", errors);
      report.put("warnings", warnings);
      report.put("findings", findings);
      out.println(report);
      out.flush();
      return;
    }
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
