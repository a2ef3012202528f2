package org.mesagraph.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * What a release consists of.
 *
 * @param version of the program that loaded it
 * @param loaded when, in UTC
 * @param fingerprint of the files that were loaded and of the program
 * @param files each file with its length and digest
 * @param graphs each graph with the number of its triples
 */
record Manifest(
    String version,
    String loaded,
    Fingerprint fingerprint,
    SortedMap<String, Content> files,
    SortedMap<String, Long> graphs) {

  private static final int FORMAT = 1;

  /**
   * The content of a file.
   *
   * @param sha256 64 hexadecimal digits
   */
  record Content(long bytes, String sha256) {}

  String toJson() {
    JsonObject all = new JsonObject();
    all.put("format", FORMAT);
    all.put("version", version);
    all.put("loaded", loaded);
    all.put("fingerprint", fingerprint.hex());
    JsonObject counts = new JsonObject();
    graphs.forEach(counts::put);
    all.put("graphs", counts);
    JsonObject contents = new JsonObject();
    files.forEach(
        (name, content) -> {
          JsonObject entry = new JsonObject();
          entry.put("bytes", content.bytes());
          entry.put("sha256", content.sha256());
          contents.put(name, entry);
        });
    all.put("files", contents);
    return all + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if it is none, or of another format
   */
  static Manifest parse(String text) {
    try {
      JsonObject all = JSON.parse(text);
      if (all.getNumber("format").intValue() != FORMAT) {
        throw new IllegalArgumentException("a manifest of another format");
      }
      SortedMap<String, Content> files = new TreeMap<>();
      for (Map.Entry<String, JsonValue> entry : all.getObj("files").entrySet()) {
        JsonObject content = entry.getValue().getAsObject();
        files.put(
            entry.getKey(),
            new Content(content.getNumber("bytes").longValue(), content.getString("sha256")));
      }
      SortedMap<String, Long> graphs = new TreeMap<>();
      for (Map.Entry<String, JsonValue> entry : all.getObj("graphs").entrySet()) {
        graphs.put(entry.getKey(), entry.getValue().getAsNumber().value().longValue());
      }
      return new Manifest(
          all.getString("version"),
          all.getString("loaded"),
          new Fingerprint(all.getString("fingerprint")),
          files,
          graphs);
    } catch (JsonException | NullPointerException e) {
      throw new IllegalArgumentException("not a manifest", e);
    }
  }
}
