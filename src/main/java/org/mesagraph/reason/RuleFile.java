package org.mesagraph.reason;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.reasoner.rulesys.Rule.ParserException;
import org.apache.jena.shared.JenaException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.RuleText;

/**
 * Reads rules in Jena's syntax, one after the other so that each keeps its line, together with the
 * comment above it, which is its description.
 */
final class RuleFile {

  private static final Pattern START = Pattern.compile("\\[\\s*([A-Za-z][A-Za-z0-9-]*)\\s*:.*");
  private static final Pattern PREFIX =
      Pattern.compile("@prefix\\s+([A-Za-z]*):\\s*<([^>]*)>\\s*\\.");

  private final RuleText text;
  private final List<Problem> problems;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();
  private final StringBuilder header = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private int lineNumber;

  private RuleFile(RuleText text, List<Problem> problems) {
    this.text = text;
    this.problems = problems;
  }

  /** The rules of a file; what is wrong with others is added to the problems. */
  static List<Rule> parse(RuleText text, List<Problem> problems) {
    RuleFile file = new RuleFile(text, problems);
    file.read();
    return file.rules;
  }

  private void read() {
    String[] lines = text.text().split("\n", -1);
    while (lineNumber < lines.length) {
      String line = lines[lineNumber].strip();
      lineNumber++;
      if (line.startsWith("#")) {
        comment.append(line.substring(1).strip()).append(' ');
      } else if (line.isEmpty()) {
        comment.setLength(0);
      } else if (line.startsWith("@prefix")) {
        addPrefix(line);
      } else if (line.startsWith("[")) {
        addRule(lines, line);
      } else {
        problem(lineNumber, "this line starts no rule", "begin a rule with [name:");
      }
    }
  }

  private void addPrefix(String line) {
    Matcher prefix = PREFIX.matcher(line);
    if (prefix.matches()) {
      prefixes.add(prefix.group(1));
      header.append(line).append('\n');
    } else {
      problem(lineNumber, "not a prefix declaration", "write @prefix name: <iri>.");
    }
  }

  private void addRule(String[] lines, String first) {
    int start = lineNumber;
    StringBuilder body = new StringBuilder(first).append('\n');
    String last = first;
    while (!last.endsWith("]") && lineNumber < lines.length) {
      last = lines[lineNumber].strip();
      lineNumber++;
      body.append(last).append('\n');
    }
    String description = comment.toString().strip();
    comment.setLength(0);
    Matcher name = START.matcher(first);
    if (!name.matches()) {
      problem(start, "a rule without a name", "begin it with [name:");
    } else if (!last.endsWith("]")) {
      problem(start, "rule " + name.group(1) + " is not closed", "end it with ]");
    } else if (description.isEmpty()) {
      problem(
          start,
          "rule " + name.group(1) + " has no description",
          "say above it, after #, what it means");
    } else if (!names.add(name.group(1))) {
      problem(start, "a second rule " + name.group(1), "give it a name of its own");
    } else {
      parse(name.group(1), description, start, body.toString());
    }
  }

  private void parse(String name, String description, int start, String body) {
    Place place = new Place(text.file(), start);
    try {
      BufferedReader reader = new BufferedReader(new StringReader(header + body));
      for (org.apache.jena.reasoner.rulesys.Rule rule :
          org.apache.jena.reasoner.rulesys.Rule.parseRules(
              org.apache.jena.reasoner.rulesys.Rule.rulesParserFromReader(reader))) {
        rules.addAll(JenaRules.convert(rule, name, description, place));
      }
    } catch (ParserException | IllegalArgumentException e) {
      problem(start, "rule " + name + ": " + firstLine(e), "mend the rule");
    } catch (JenaException e) {
      problem(start, "rule " + name + ": " + firstLine(e), "mend the rule");
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  private void problem(int line, String what, String cure) {
    problems.add(new Problem(new Place(text.file(), line), what, cure));
  }
}
