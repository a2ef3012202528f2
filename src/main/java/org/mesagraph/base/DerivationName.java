package org.mesagraph.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** The name by which a statement that follows is looked up, the same wherever it is told. */
public final class DerivationName {

  private static final int DIGITS = 16;

  private DerivationName() {}

  /** The first digits of the SHA-256 of the three terms in N-Triples. */
  public static String of(Triple triple) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
          .forEach(
              node ->
                  digest.update((NodeFmtLib.strNT(node) + " ").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
