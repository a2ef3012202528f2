package org.mesagraph.write;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as UTF-8, without a byte changed in silence. */
final class StrictText {

  private static final char MARK = '\uFEFF';

  private StrictText() {}

  /**
   * The text that bytes stand for.
   *
   * @throws RefusedException if a byte is not UTF-8, or if it is a NUL, which no text needs
   */
  static String of(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(input, output, true);
    int read = output.position();
    String text = output.flip().toString();
    if (result.isError()) {
      throw RefusedException.malformed(
          Defect.of(
              "text/utf-8",
              Position.at(text, read),
              String.format("byte 0x%02X is not UTF-8", bytes[input.position()]),
              "send it as UTF-8"));
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw RefusedException.malformed(
          Defect.of("text/nul", Position.at(text, nul), "a NUL character", "leave it out"));
    }
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }
}
