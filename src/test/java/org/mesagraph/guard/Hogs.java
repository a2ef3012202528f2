package org.mesagraph.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries of many shapes that would take for ever, by name; over the data of {@link Small}. */
public final class Hogs {

  private Hogs() {}

  public static Map<String, String> all() {
    Map<String, String> queries = new LinkedHashMap<>();
    List<String> lines = text().lines().toList();
    for (int i = 1; i < lines.size(); i += 2) {
      queries.put(lines.get(i).substring(2), lines.get(i + 1));
    }
    return queries;
  }

  private static String text() {
    try (InputStream in = Hogs.class.getResourceAsStream("/guard/hogs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
