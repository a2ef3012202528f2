package org.mesagraph.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of one file of the project, decoded strictly.
 *
 * @param name path relative to the root, with forward slashes
 */
record RdfFile(String name, String text) {

  /**
   * The byte order mark that some editors put at the start of a file; it is no part of the text.
   */
  private static final String MARK = "\uFEFF";

  /** Whether the file may hold several graphs (TriG) or one (Turtle). */
  boolean isTrig() {
    return name.endsWith(".trig");
  }

  /**
   * Reads a file as UTF-8; a byte sequence that is not UTF-8 is a problem, never a replacement
   * character.
   */
  static Optional<RdfFile> read(Path root, Path path, List<Problem> problems) {
    String name = root.relativize(path).toString().replace('\\', '/');
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      problems.add(new Problem(Place.of(name), "the file does not exist", "check its name"));
      return Optional.empty();
    } catch (IOException e) {
      problems.add(new Problem(Place.of(name), "cannot be read", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(input, output, true);
    if (result.isError()) {
      problems.add(
          new Problem(
              new Place(name, lineOf(bytes, input.position())),
              String.format("byte 0x%02X is not UTF-8", bytes[input.position()]),
              "save the file as UTF-8"));
      return Optional.empty();
    }
    String text = output.flip().toString();
    return Optional.of(new RdfFile(name, text.startsWith(MARK) ? text.substring(1) : text));
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
