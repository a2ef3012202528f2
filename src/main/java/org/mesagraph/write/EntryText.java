package org.mesagraph.write;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * An entry as text: a line that says what it is, a line of canonical N-Quads for each quad after
 * {@code +} or {@code -}, and a line with the digest of the entry before and of all these.
 */
final class EntryText {

  static final String CHANGE = "change ";
  static final String SEAL = "sha256 ";

  /** What stands in the place of the digest before the first entry. */
  static final String NOTHING = "0".repeat(64);

  private EntryText() {}

  /** All but the last line. */
  static String body(Entry entry) {
    StringBuilder text = new StringBuilder(256);
    text.append(CHANGE)
        .append(entry.position())
        .append(' ')
        .append(entry.at())
        .append(' ')
        .append(entry.author())
        .append(' ')
        .append(entry.kind())
        .append(" +")
        .append(entry.added().size())
        .append(" -")
        .append(entry.removed().size())
        .append('\n');
    lines("- ", entry.removed()).forEach(text::append);
    lines("+ ", entry.added()).forEach(text::append);
    return text.toString();
  }

  /** The digest that seals an entry, and with it all before. */
  static String seal(String before, byte[] body, int from, int to) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      digest.update(body, from, to - from);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> lines(String sign, List<Quad> quads) {
    return quads.stream().map(quad -> sign + line(quad)).sorted();
  }

  private static String line(Quad quad) {
    StringWriterI out = new StringWriterI();
    NodeFormatterNT format = new NodeFormatterNT();
    for (Node node :
        List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())) {
      format.format(out, node);
      out.print(' ');
    }
    out.print(".\n");
    out.flush();
    return out.toString();
  }

  /** The quads of lines without signs, blank nodes being those that were written. */
  static List<Quad> quads(String lines) {
    List<Quad> quads = new ArrayList<>();
    StreamRDF sink =
        new StreamRDFBase() {
          @Override
          public void quad(Quad quad) {
            quads.add(quad);
          }
        };
    RDFParserBuilder.create()
        .source(new StringReader(lines))
        .lang(Lang.NQUADS)
        .factory(new FactoryRDFStd(LabelToNode.createUseLabelEncoded()))
        .checking(false)
        .parse(sink);
    return quads;
  }
}
