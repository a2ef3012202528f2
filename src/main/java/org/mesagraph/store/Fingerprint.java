package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every byte that a result depends on, as one number: what was computed once holds as long as it
 * stays the same.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {

  /** The folders whose files count: what is stated, what follows, what is asked and checked. */
  private static final List<String> FOLDERS = List.of("ontology", "data", "queries");

  /**
   * The fingerprint of a project's files and of the program that reads them.
   *
   * @param program its jar, which names the versions of its libraries, or its folder of classes
   */
  public static Fingerprint of(Path root, Path program) {
    MessageDigest digest = Digests.sha256();
    files(program, List.of("")).forEach((name, file) -> add(digest, name, Digests.bytes(file)));
    files(root, FOLDERS).forEach((name, file) -> add(digest, name, Digests.bytes(file)));
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  /** Name and length go before the content, so that nothing can move from one file to another. */
  private static void add(MessageDigest digest, String name, byte[] content) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    digest.update(
        ByteBuffer.allocate(Integer.BYTES * 2).putInt(bytes.length).putInt(content.length).flip());
    digest.update(bytes);
    digest.update(content);
  }

  private static SortedMap<String, Path> files(Path root, List<String> folders) {
    SortedMap<String, Path> files = new TreeMap<>();
    for (String folder : folders) {
      try (Stream<Path> below = Files.walk(root.resolve(folder))) {
        below
            .filter(Files::isRegularFile)
            .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
      } catch (NoSuchFileException e) {
        // no folder, no files: whether there must be any is for the reader of the files to say
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
