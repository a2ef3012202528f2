package org.mesagraph.guard;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * The regular expressions of one query. They are matched by automata in time that grows with the
 * text; Java's own matcher tries one way after the other, and between two tries it does not always
 * look at the text, so that no clock in the text could stop it.
 *
 * @see <a href="https://www.w3.org/TR/xpath-functions/#regex-syntax">XPath functions, 5.6.1</a>
 */
final class Patterns {

  private static final int LONGEST = 1_000;
  private static final int MOST_PARTS = 2_000;
  private static final int KEPT = 100;
  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  private final Watch watch;
  private final Map<String, Pattern> kept = new LinkedHashMap<>();

  Patterns(Watch watch) {
    this.watch = watch;
  }

  /**
   * Compiles a pattern.
   *
   * @throws ExprEvalException if it is no pattern at all
   */
  Pattern of(NodeValue pattern, NodeValue flags) {
    String text = NodeValueOps.checkAndGetStringLiteral("pattern", pattern).getLiteralLexicalForm();
    String letters =
        flags == null
            ? ""
            : NodeValueOps.checkAndGetStringLiteral("flags", flags).getLiteralLexicalForm();
    String key = letters + "/" + text;
    Pattern known = kept.get(key);
    if (known == null) {
      known = compile(text, letters);
      if (kept.size() < KEPT) {
        kept.put(key, known);
      }
    }
    return known;
  }

  private Pattern compile(String text, String letters) {
    if (text.length() > LONGEST || parts(text) > MOST_PARTS) {
      throw watch.stop(
          Reason.TOO_COMPLEX,
          "a regular expression is longer than "
              + LONGEST
              + " characters, or stands for more than "
              + MOST_PARTS
              + " – make it simpler");
    }
    int mask = 0;
    String source = text;
    for (char letter : letters.toCharArray()) {
      switch (letter) {
        case 'i' -> mask |= Pattern.CASE_INSENSITIVE;
        case 'm' -> mask |= Pattern.MULTILINE;
        case 's' -> mask |= Pattern.DOTALL;
        case 'q' -> source = Pattern.quote(text);
        case 'x' -> source = withoutSpace(source);
        default -> throw new ExprEvalException("no flag of a pattern: " + letter);
      }
    }
    try {
      return Pattern.compile(source, mask);
    } catch (PatternSyntaxException e) {
      throw refuse(text, e);
    }
  }

  /** What Java reads and automata do not is refused; what nobody reads is an error of one row. */
  private RuntimeException refuse(String text, PatternSyntaxException cause) {
    try {
      java.util.regex.Pattern.compile(text);
    } catch (java.util.regex.PatternSyntaxException e) {
      return new ExprEvalException("not a pattern: " + cause.getMessage());
    }
    return watch.stop(
        Reason.NOT_ALLOWED,
        "the regular expression “"
            + text
            + "” cannot be used here: back-references and looking around are not available");
  }

  /** How many parts a pattern may become when its counts are written out. */
  private static long parts(String text) {
    Deque<Long> outer = new ArrayDeque<>();
    long sum = 0;
    long last = 0;
    int place = 0;
    while (place < text.length() && sum <= MOST_PARTS) {
      Matcher count = COUNT.matcher(text).region(place, text.length());
      char sign = text.charAt(place);
      if (count.lookingAt()) {
        sum += last * (times(count) - 1);
        last *= times(count);
        place = count.end();
        continue;
      }
      if (sign == '(') {
        outer.push(sum);
        sum = 0;
      } else if (sign == ')' && !outer.isEmpty()) {
        last = Math.max(1, sum);
        sum = outer.pop() + last;
      } else {
        last = 1;
        sum++;
      }
      place = end(text, place);
    }
    return sum + outer.stream().mapToLong(Long::longValue).sum();
  }

  private static long times(Matcher count) {
    String most = count.group(2);
    boolean open = most == null || most.isEmpty();
    return Math.max(1, Long.parseLong(open ? count.group(1) : most));
  }

  /** Where the part at a place ends: a sign, one that is escaped, or a class of signs. */
  private static int end(String text, int place) {
    int end = place + (text.charAt(place) == '\\' ? 2 : 1);
    if (text.charAt(place) == '[') {
      while (end < text.length() && text.charAt(end) != ']') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      end++;
    }
    return Math.min(end, text.length());
  }

  /** Flag x: white space in a pattern does not count, but in a class of characters. */
  private static String withoutSpace(String pattern) {
    StringBuilder kept = new StringBuilder();
    int brackets = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        kept.append(c).append(pattern.charAt(++i));
        continue;
      }
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (brackets > 0 || !Character.isWhitespace(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** The text of a literal that looks at the clock while it is read. */
  CharSequence read(String text) {
    return new Read(text, watch, new int[1]);
  }

  private record Read(String text, Watch watch, int[] count) implements CharSequence {
    private static final int OFTEN = 4_095;

    @Override
    public char charAt(int index) {
      if ((++count[0] & OFTEN) == 0) {
        watch.check();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
