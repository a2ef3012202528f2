package org.mesagraph.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.mesagraph.base.Suggestion;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * What the parser complains of, in words that help: where, what stands there, what was probably
 * meant. The position is read from the message, since that of the exception is the one of the last
 * good token where characters make no token at all.
 */
final class SyntaxProblem {

  private static final Pattern PLACE =
      Pattern.compile("line (\\d{1,9}), column (\\d{1,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFIXED =
      Pattern.compile("Unresolved prefixed name: (.*)", Pattern.DOTALL);
  private static final Pattern POSITION = Pattern.compile("^Line \\d+, column \\d+: ");
  private static final Pattern EXPECTED = Pattern.compile("\\n\\s+(?:\"([^\"]+)\"|<([A-Z_]+)>) ");
  private static final int FEW = 6;

  private final List<Token> tokens;
  private final Known known;

  SyntaxProblem(List<Token> tokens, Known known) {
    this.tokens = tokens;
    this.known = known;
  }

  /** The refusal of a text for what the parser says. */
  QueryRefused of(QueryException cause, String language) {
    if (cause.getCause() instanceof StackOverflowError) {
      return new QueryRefused(
          Reason.TOO_COMPLEX, "the text is nested too deeply – ask something simpler");
    }
    if (cause.getCause() instanceof OutOfMemoryError error) {
      throw error;
    }
    String message = String.valueOf(cause.getMessage());
    Optional<Spot> spot = spot(message);
    Matcher prefixed = PREFIXED.matcher(message);
    Said said = prefixed.find() ? prefix(prefixed.group(1)) : token(message, spot);
    String where = spot.map(found -> found + ": ").orElse("");
    return new QueryRefused(
        Reason.SYNTAX, "not a " + language + ": " + where + said.what(), spot, said.suggestion());
  }

  /** What is wrong, with its cure, and the name that was probably meant. */
  private record Said(String what, Optional<String> suggestion) {}

  private Optional<Spot> spot(String message) {
    Matcher place = PLACE.matcher(message);
    if (!place.find()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(place.group(1));
    int column = Math.max(1, Integer.parseInt(place.group(2)));
    if (isEnd(message)) {
      return Optional.of(new Spot(line, column, ""));
    }
    Spot unknown = new Spot(line, column, "");
    return Optional.of(culprit(line, column).map(Token::spot).orElse(unknown));
  }

  /**
   * What stands at a place; but a word that the language does not have is told of where it ends,
   * since something longer might have begun with it.
   */
  private Optional<Token> culprit(int line, int column) {
    return tokens.stream()
        .filter(token -> token.covers(line, column - 1) && token.end() == column && isStray(token))
        .findFirst()
        .or(() -> tokens.stream().filter(token -> token.covers(line, column)).findFirst());
  }

  private static boolean isStray(Token token) {
    return token.kind() == Token.Kind.NAME
        && Character.isLetter(token.text().charAt(0))
        && token.text().indexOf(':') < 0
        && !Words.has(token.text());
  }

  private static boolean isEnd(String message) {
    return message.contains("Encountered \"<EOF>\"") || message.contains("Encountered: <EOF>");
  }

  private Said prefix(String name) {
    String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
    Map<String, String> namespaces = known.prefixes().namespaces();
    String what = "the prefix of “" + name + "” is not declared";
    if (namespaces.containsKey(prefix)) {
      String line = "PREFIX " + prefix + ": <" + namespaces.get(prefix) + ">";
      return new Said(what + " – begin the query with “" + line + "”", Optional.of(line));
    }
    TreeSet<String> names = new TreeSet<>(namespaces.keySet());
    declared(names);
    Optional<String> near = Suggestion.nearest(prefix, names).map(found -> found + ":");
    String cure =
        near.map(found -> " – did you mean " + found + "?")
            .orElse(" – begin the query with “PREFIX " + prefix + ": <…>”");
    return new Said(what + cure, near);
  }

  /** Adds the prefixes that the query declares itself. */
  private void declared(TreeSet<String> names) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String next = tokens.get(i + 1).text();
      if (tokens.get(i).text().equalsIgnoreCase("PREFIX") && next.endsWith(":")) {
        names.add(next.substring(0, next.length() - 1));
      }
    }
  }

  private Said token(String message, Optional<Spot> spot) {
    if (isEnd(message)) {
      String open =
          TextScan.unclosed(tokens)
              .map(token -> ": “" + token.text() + "” of " + token.spot() + " is never closed")
              .orElse(expected(message));
      return new Said("the text ends too early" + open, Optional.empty());
    }
    if (message.startsWith("Encountered") || message.startsWith("Lexical error")) {
      String token = spot.map(Spot::token).orElse("");
      Optional<String> near = meant(token);
      String cure =
          near.map(found -> " – did you mean " + found + "?").orElseGet(() -> expected(message));
      String what =
          token.isEmpty() ? "a character that cannot stand here" : "“" + token + "” is unexpected";
      return new Said(what + cure, near);
    }
    return new Said(POSITION.matcher(message).replaceFirst(""), Optional.empty());
  }

  /** What a word without a colon may stand for: a word of the language, or a term. */
  private Optional<String> meant(String token) {
    if (token.isEmpty() || token.length() > 50 || !Character.isLetter(token.charAt(0))) {
      return Optional.empty();
    }
    if (token.indexOf(':') >= 0 || Words.has(token)) {
      return Optional.empty();
    }
    Optional<String> exact =
        known.terms().stream().filter(term -> term.endsWith(":" + token)).findFirst();
    return exact.or(() -> Words.nearest(token)).or(() -> known.term(token));
  }

  private static String expected(String message) {
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = EXPECTED.matcher(message);
    while (matcher.find()) {
      names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    boolean few = !names.isEmpty() && names.size() <= FEW;
    return few ? " – expected " + String.join(" or ", names) : "";
  }
}
