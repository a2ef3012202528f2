package org.mesagraph.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * A look at a text before a parser sees it, since the parser itself can be brought down: it reads
 * everything it is given, and goes one call deeper with every bracket.
 */
final class TextScan {

  private static final String OPENING = "{([";
  private static final String CLOSING = "})]";
  private static final String REPEATED = "!+-^*/|";

  private TextScan() {}

  /**
   * Refuses a text that is too long or too deep.
   *
   * @return its pieces
   */
  static List<Token> check(String text, Bounds.Text bounds) {
    if (text.length() > bounds.characters()) {
      throw new QueryRefused(
          Reason.TOO_LONG,
          "the text has "
              + text.length()
              + " characters, and at most "
              + bounds.characters()
              + " are read – ask in parts");
    }
    List<Token> tokens = Tokens.of(text);
    int depth = 0;
    int signs = 0;
    for (Token token : tokens) {
      char sign = token.kind() == Token.Kind.SIGN ? token.text().charAt(0) : ' ';
      signs = REPEATED.indexOf(sign) >= 0 ? signs + 1 : 0;
      if (OPENING.indexOf(sign) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(sign) >= 0) {
        depth--;
      }
      if (depth > bounds.nesting()) {
        throw refuse("more than " + bounds.nesting() + " brackets within each other", token);
      }
      if (signs > bounds.signs()) {
        throw refuse("more than " + bounds.signs() + " signs after each other", token);
      }
    }
    return tokens;
  }

  private static QueryRefused refuse(String what, Token token) {
    return new QueryRefused(
        Reason.TOO_COMPLEX,
        token.spot() + ": " + what + " – ask something simpler",
        Optional.of(token.spot()),
        Optional.empty());
  }

  /** The last bracket that is opened and never closed. */
  static Optional<Token> unclosed(List<Token> tokens) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.SIGN && OPENING.contains(token.text())) {
        open.push(token);
      } else if (token.kind() == Token.Kind.SIGN && CLOSING.contains(token.text())) {
        open.poll();
      }
    }
    return Optional.ofNullable(open.peek());
  }
}
