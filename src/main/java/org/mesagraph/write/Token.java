package org.mesagraph.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * What whoever may write has to know. Only a digest of it is held, and its first digits stand for
 * its bearer in logs.
 */
public final class Token {

  /** The variable of the environment that may hold it. */
  public static final String VARIABLE = "MESAGRAPH_TOKEN";

  private static final int SHORTEST = 32;
  private static final int DIGITS = 12;

  private final byte[] digest;

  private Token(byte[] digest) {
    this.digest = digest;
  }

  /**
   * The token of a file, or else of the environment.
   *
   * @throws MesagraphException if there is none, or one that others may know or guess
   */
  public static Token find(Optional<Path> file, Map<String, String> environment) {
    if (file.isPresent()) {
      return read(file.get());
    }
    String text = environment.getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      throw new MesagraphException(
          Kind.USAGE,
          "--update needs a token: write one into a file of your own and name it with --token-file,"
              + " or set "
              + VARIABLE
              + " – for example from “openssl rand -hex 32”");
    }
    return of(text, VARIABLE);
  }

  private static Token read(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
            || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
          throw new MesagraphException(
              Kind.USAGE, file + " can be read or written by everybody – run chmod 600 " + file);
        }
      }
      return of(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new MesagraphException(Kind.INPUT, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The token of a text.
   *
   * @param source where it comes from, for messages, which never say the token itself
   */
  static Token of(String text, String source) {
    if (text.length() < SHORTEST || !text.matches("[A-Za-z0-9._~+/=-]+")) {
      throw new MesagraphException(
          Kind.USAGE,
          "the token of "
              + source
              + " is not one that is safe – it must have at least "
              + SHORTEST
              + " letters, digits or signs of “._~+/=-”, for example from “openssl rand -hex 32”");
    }
    return new Token(digest(text));
  }

  /** Whether a text is the token; how long that takes tells nothing about it. */
  public boolean is(String text) {
    return MessageDigest.isEqual(digest, digest(text));
  }

  /** What stands for the bearer of the token. */
  public String bearer() {
    return "token:" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
