package org.mesagraph.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Gives each term and each text a number, so that it is written once. */
final class TermWriter {

  static final byte IRI = 0;
  static final byte BLANK = 1;
  static final byte VARIABLE = 2;
  static final byte TEXT = 3;
  static final byte IN_LANGUAGE = 4;
  static final byte OF_DATATYPE = 5;

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<Node, Integer> terms = new LinkedHashMap<>();

  int text(String text) {
    Integer number = texts.putIfAbsent(text, texts.size());
    return number == null ? texts.size() - 1 : number;
  }

  int term(Node term) {
    Integer number = terms.putIfAbsent(term, terms.size());
    return number == null ? terms.size() - 1 : number;
  }

  void triple(Triple triple, DataOutputStream out) throws IOException {
    out.writeInt(term(triple.getSubject()));
    out.writeInt(term(triple.getPredicate()));
    out.writeInt(term(triple.getObject()));
  }

  void triples(Collection<Triple> triples, DataOutputStream out) throws IOException {
    out.writeInt(triples.size());
    for (Triple triple : triples) {
      triple(triple, out);
    }
  }

  /** The texts and terms that numbers were given to. */
  void write(DataOutputStream out) throws IOException {
    int[][] parts = new int[terms.size()][];
    int i = 0;
    for (Node term : terms.keySet()) {
      parts[i] = parts(term);
      i++;
    }
    out.writeInt(texts.size());
    for (String text : texts.keySet()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.writeInt(parts.length);
    for (int[] part : parts) {
      out.writeByte(part[0]);
      for (int j = 1; j < part.length; j++) {
        out.writeInt(part[j]);
      }
    }
  }

  /** The kind of a term and the texts it is made of. */
  private int[] parts(Node term) {
    if (term.isURI()) {
      return new int[] {IRI, text(term.getURI())};
    }
    if (term.isBlank()) {
      return new int[] {BLANK, text(term.getBlankNodeLabel())};
    }
    if (term.isVariable()) {
      return new int[] {VARIABLE, text(term.getName())};
    }
    if (!term.isLiteral() || term.getLiteralBaseDirection() != null) {
      throw new IllegalStateException("a term of a kind that no file may hold: " + term);
    }
    int lexical = text(term.getLiteralLexicalForm());
    if (!term.getLiteralLanguage().isEmpty()) {
      return new int[] {IN_LANGUAGE, lexical, text(term.getLiteralLanguage())};
    }
    return term.getLiteralDatatype().equals(XSDDatatype.XSDstring)
        ? new int[] {TEXT, lexical}
        : new int[] {OF_DATATYPE, lexical, text(term.getLiteralDatatypeURI())};
  }
}
