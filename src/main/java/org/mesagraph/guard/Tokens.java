package org.mesagraph.guard;

import java.util.ArrayList;
import java.util.List;
import org.mesagraph.guard.Token.Kind;

/**
 * Cuts the text of a query into pieces without parsing it: a loop, not a recursion, so that no text
 * can exhaust the stack.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#sparqlGrammar">SPARQL 1.1, 19.8</a>
 */
final class Tokens {

  private static final String NOT_IN_IRI = "<>\"{}|^`\\";

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    return List.copyOf(tokens.found);
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      skip(at + 1);
    } else if (c == '#') {
      skip(endOfLine(at));
    } else if (c == '<' && endOfIri() > 0) {
      take(Kind.IRI, endOfIri());
    } else if (c == '"' || c == '\'') {
      take(Kind.TEXT, endOfString(c));
    } else if (isName(c) || (isMark(c) && isName(peek(at + 1)))) {
      take(Kind.NAME, endOfName());
    } else {
      take(Kind.SIGN, at + 1);
    }
  }

  private void take(Kind kind, int end) {
    found.add(new Token(kind, text.substring(at, end), line, at - lineStart + 1));
    skip(end);
  }

  private void skip(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
  }

  private char peek(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The end of the IRI that begins here, or 0 if this is a comparison. */
  private int endOfIri() {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c <= ' ' || NOT_IN_IRI.indexOf(c) >= 0) {
        return 0;
      }
    }
    return 0;
  }

  private int endOfString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean isLong = text.startsWith(three, at);
    int i = at + (isLong ? 3 : 1);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isLong ? text.startsWith(three, i) : c == quote) {
        return i + (isLong ? 3 : 1);
      } else if (!isLong && c == '\n') {
        return i;
      }
    }
    return text.length();
  }

  private int endOfName() {
    boolean variable = text.charAt(at) == '?' || text.charAt(at) == '$';
    int end = at + 1;
    while (end < text.length() && continues(text.charAt(end), variable)) {
      end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
    }
    while (text.charAt(end - 1) == '.' && end > at + 1) {
      end--; // a full stop ends a statement, not a name
    }
    return end;
  }

  private static boolean continues(char c, boolean variable) {
    return variable ? isName(c) && c != ':' : isName(c) || "-.%\\".indexOf(c) >= 0;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':' || Character.isSurrogate(c);
  }

  private static boolean isMark(char c) {
    return c == '?' || c == '$' || c == '@';
  }
}
