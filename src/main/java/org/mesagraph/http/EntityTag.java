package org.mesagraph.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * The strong validator of an answer: the same question to the same version has the same answer, so
 * it is known before the answer is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-etag">RFC 9110, section 8.8.3</a>
 */
record EntityTag(String value) {

  private static final int BYTES = 16;

  static EntityTag of(Route<?> route, String version, Inquiry inquiry, boolean gzip) {
    List<String> parts =
        List.of(
            version,
            route.name(),
            inquiry.origin(),
            inquiry.base(),
            inquiry.path(),
            inquiry.suffix().orElse(""),
            inquiry.format().orElseGet(() -> inquiry.accept().orElse("")),
            new TreeMap<>(inquiry.parameters()).toString(),
            gzip ? Compression.GZIP : "");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(
          part -> {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      String hex = HexFormat.of().formatHex(digest.digest(), 0, BYTES);
      return new EntityTag("\"" + hex + "\"");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a field If-None-Match names it; a weak comparison, as for GET. */
  boolean isIn(String ifNoneMatch) {
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(value));
  }
}
