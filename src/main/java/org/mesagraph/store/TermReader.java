package org.mesagraph.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Reads what {@link TermWriter} wrote, and the numbers that follow it as terms and texts. */
final class TermReader {

  private final ByteBuffer in;
  private final String[] texts;
  private final Node[] terms;

  /** Reads the texts and terms at the beginning. */
  TermReader(ByteBuffer in) {
    this.in = in;
    texts = new String[in.getInt()];
    for (int i = 0; i < texts.length; i++) {
      int length = in.getInt();
      texts[i] = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
    }
    terms = new Node[in.getInt()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = readTerm(in.get());
    }
  }

  private Node readTerm(byte kind) {
    String first = text();
    return switch (kind) {
      case TermWriter.IRI -> NodeFactory.createURI(first);
      case TermWriter.BLANK -> NodeFactory.createBlankNode(first);
      case TermWriter.VARIABLE -> NodeFactory.createVariable(first);
      case TermWriter.TEXT -> NodeFactory.createLiteralString(first);
      case TermWriter.IN_LANGUAGE -> NodeFactory.createLiteralLang(first, text());
      case TermWriter.OF_DATATYPE ->
          NodeFactory.createLiteralDT(first, NodeFactory.getType(text()));
      default -> throw new IllegalStateException("no kind of term: " + kind);
    };
  }

  String text() {
    return texts[in.getInt()];
  }

  Node term() {
    return terms[in.getInt()];
  }

  Triple triple() {
    return Triple.create(term(), term(), term());
  }

  List<Triple> triples() {
    int count = in.getInt();
    List<Triple> triples = new ArrayList<>(count);
    for (int left = count; left > 0; left--) {
      triples.add(triple());
    }
    return triples;
  }
}
