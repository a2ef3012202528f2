package org.mesagraph.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** Whether and how a body is made smaller on its way. */
final class Compression {

  static final String GZIP = "gzip";

  private static final int LEAST_BYTES = 1_024;

  private Compression() {}

  /** Whether gzip is accepted; a weight of 0 forbids it. */
  static boolean isAccepted(Optional<String> acceptEncoding) {
    if (acceptEncoding.isEmpty()) {
      return false;
    }
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    accepted.addValue(acceptEncoding.get());
    return accepted.getValues().stream()
        .anyMatch(coding -> coding.equalsIgnoreCase(GZIP) || coding.equalsIgnoreCase("x-gzip"));
  }

  /** Whether a body of a type and length is worth it. */
  static boolean pays(String type, int length) {
    return length >= LEAST_BYTES
        && (type.startsWith("text/")
            || type.contains("json")
            || type.contains("xml")
            || type.contains("n-triples")
            || type.contains("n-quads")
            || type.contains("trig"));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
