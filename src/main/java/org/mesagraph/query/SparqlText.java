package org.mesagraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the words of a query are in its file. Comments, strings and IRIs are blanked out first, so
 * that nothing is found inside them.
 */
final class SparqlText {

  private static final Pattern OPAQUE =
      Pattern.compile(
          "\"\"\"(?s:.)*?\"\"\"|'''(?s:.)*?'''"
              + "|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'"
              + "|<[^<>\"{}|^`\\\\\\s]*+>|#[^\n]*+");
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(?<![\\w?$])PREFIX\\s+([\\w.-]*):");
  private static final Pattern USE = Pattern.compile("(?<![\\w?$@.-])([A-Za-z][\\w.-]*)?:");

  /** A prefix declaration. */
  record Declaration(String prefix, int line) {}

  private final String masked;

  SparqlText(String text) {
    this.masked = OPAQUE.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
  }

  /** The line of the first mention of a variable; the first line of the query if there is none. */
  int lineOfVariable(String name) {
    Matcher matcher = Pattern.compile("[?$]" + Pattern.quote(name) + "(?!\\w)").matcher(masked);
    return matcher.find() ? lineAt(matcher.start()) : firstLine();
  }

  /** The line where a FILTER, BIND or HAVING first mentions a variable. */
  int lineOfComputation(String name) {
    Matcher matcher =
        Pattern.compile(
                "(?i)(?<![\\w?$])(?:FILTER|BIND|HAVING)\\b[^{}]*?([?$]"
                    + Pattern.quote(name)
                    + ")(?!\\w)")
            .matcher(masked);
    return matcher.find() ? lineAt(matcher.start(1)) : lineOfVariable(name);
  }

  /** The line of the last place where a keyword is written. */
  int lineOfLast(String keyword) {
    Matcher matcher = Pattern.compile("(?i)(?<![\\w?$:])" + keyword + "\\b").matcher(masked);
    int line = 0;
    while (matcher.find()) {
      line = lineAt(matcher.start());
    }
    return line > 0 ? line : firstLine();
  }

  /** The line of the first word that is no comment. */
  int firstLine() {
    Matcher matcher = Pattern.compile("\\S").matcher(masked);
    return matcher.find() ? lineAt(matcher.start()) : 1;
  }

  private int lineAt(int position) {
    return 1 + (int) masked.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  /** The prefix declarations in order. */
  List<Declaration> declarations() {
    List<Declaration> declarations = new ArrayList<>();
    Matcher matcher = DECLARATION.matcher(masked);
    while (matcher.find()) {
      declarations.add(new Declaration(matcher.group(1), lineAt(matcher.start())));
    }
    return declarations;
  }

  /** The prefixes of the prefixed names. */
  Set<String> usedPrefixes() {
    Set<String> used = new TreeSet<>();
    Matcher matcher = USE.matcher(DECLARATION.matcher(masked).replaceAll(" "));
    while (matcher.find()) {
      used.add(matcher.group(1) == null ? "" : matcher.group(1));
    }
    return used;
  }
}
