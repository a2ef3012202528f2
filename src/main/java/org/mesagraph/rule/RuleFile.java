package org.mesagraph.rule;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.shared.JenaException;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.RuleText;

/**
 * Reads rules in Jena's syntax, one after the other so that each keeps its line, together with the
 * comment above it, which is its description.
 */
public final class RuleFile {

  private static final Pattern START = Pattern.compile("\\[\\s*([A-Za-z][A-Za-z0-9-]*)\\s*:.*");
  private static final Pattern NOT_QNAME =
      Pattern.compile("'[^'\n]*'|\"[^\"\n]*\"|<[^<>\\s]*>|https?://[^\\s,()]*|\\[\\s*[\\w-]+\\s*:");
  private static final Pattern QNAME = Pattern.compile("(?<![\\w?.-])([A-Za-z][\\w-]*):");
  private static final Pattern PREFIX =
      Pattern.compile("@prefix\\s+([A-Za-z]*):\\s*<([^>]*)>\\s*\\.");

  private final RuleText text;
  private final List<Problem> problems;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Place> names;
  private final Set<String> prefixes = new HashSet<>();
  private final StringBuilder header = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private int lineNumber;

  private RuleFile(RuleText text, Map<String, Place> names, List<Problem> problems) {
    this.text = text;
    this.names = names;
    this.problems = problems;
  }

  /** The rules of all files; what is wrong with others is added to the problems. */
  public static List<Rule> parse(List<RuleText> texts, List<Problem> problems) {
    Map<String, Place> names = new HashMap<>();
    List<Rule> rules = new ArrayList<>();
    for (RuleText text : texts) {
      RuleFile file = new RuleFile(text, names, problems);
      file.read();
      rules.addAll(file.rules);
    }
    return rules;
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
    String description = comment.toString().strip();
    comment.setLength(0);
    String last = first;
    while (!last.endsWith("]")
        && lineNumber < lines.length
        && !lines[lineNumber].strip().startsWith("[")) {
      last = lines[lineNumber].strip();
      lineNumber++;
      if (last.startsWith("#")) {
        comment.append(last.substring(1).strip()).append(' ');
      } else {
        body.append(last).append('\n');
      }
    }
    if (last.endsWith("]")) {
      comment.setLength(0); // what was said inside the rule; else it may belong to the next one
    }
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
    } else if (names.containsKey(name.group(1))) {
      problem(
          start,
          "a second rule " + name.group(1) + ", besides that of " + names.get(name.group(1)),
          "give it a name of its own");
    } else {
      names.put(name.group(1), new Place(text.file(), start));
      Set<String> undeclared = undeclared(body.substring(name.end(1) + 1));
      undeclared.forEach(
          prefix ->
              problem(
                  start,
                  "rule " + name.group(1) + ": prefix “" + prefix + ":” is not declared",
                  "add @prefix at the top of this file"));
      if (undeclared.isEmpty()) {
        parse(name.group(1), description, start, body.toString());
      }
    }
  }

  /** Jena fills in well-known prefixes by itself; here a file declares all that it uses. */
  private Set<String> undeclared(String body) {
    Matcher name = QNAME.matcher(NOT_QNAME.matcher(body).replaceAll(" "));
    Set<String> undeclared = new TreeSet<>();
    while (name.find()) {
      undeclared.add(name.group(1));
    }
    undeclared.removeAll(prefixes);
    return undeclared;
  }

  private void parse(String name, String description, int start, String body) {
    Place place = new Place(text.file(), start);
    try {
      BufferedReader reader = new BufferedReader(new StringReader(header + body));
      List<org.apache.jena.reasoner.rulesys.Rule> parsed =
          org.apache.jena.reasoner.rulesys.Rule.parseRules(
              org.apache.jena.reasoner.rulesys.Rule.rulesParserFromReader(reader));
      if (parsed.size() != 1) {
        problem(start, "rule " + name + ": another rule follows", "begin it on a line of its own");
        return;
      }
      rules.addAll(JenaRules.convert(parsed.get(0), name, description, place));
    } catch (JenaException | IllegalArgumentException e) {
      String message = firstLine(e);
      String rule = "rule " + name;
      problem(
          start, message.startsWith(rule + " ") ? message : rule + ": " + message, "mend the rule");
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
