package org.mesagraph.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;

/**
 * A query file, split into the header and the SPARQL below it.
 *
 * @param file path relative to the root, with forward slashes
 * @param text the whole file, whose header lines are comments to SPARQL, so that lines are those of
 *     the file
 * @param headerLines how many lines the header has
 */
record QueryFile(String file, String text, int headerLines) {

  /** What relative IRIs would be relative to; fixed, so that no machine's folder gets in. */
  private static final String BASE = "https://w3id.org/mesagraph/";

  /** How the name of a query file ends. */
  static final String ENDING = ".rq";

  private static final String MARK = "#+";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LINE = Pattern.compile("(?i)\\bline:? (\\d+)");

  /** Reads a file, which must be UTF-8 and named in kebab-case. */
  static Optional<QueryFile> read(Path root, Path path, List<Problem> problems) {
    Optional<TextFile> found = TextFile.read(root, path, problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String file = found.get().file();
    String text = found.get().text();
    int header = (int) text.lines().takeWhile(line -> line.startsWith(MARK)).count();
    QueryFile read = new QueryFile(file, text, header);
    if (!NAME.matcher(read.name()).matches()) {
      problems.add(
          new Problem(
              Place.of(file),
              "the file name is not in kebab-case",
              "use lower-case letters, digits and hyphens, as in evidence-for-claim.rq"));
    }
    if (header == 0) {
      problems.add(
          new Problem(new Place(file, 1), "no header", "begin the file with “#+ summary: …”"));
      return Optional.empty();
    }
    return Optional.of(read);
  }

  /** The file name without its ending, which is the query's public name. */
  String name() {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.rq$", "");
  }

  /** The folder below {@code queries/}; empty if it lies in {@code queries/} itself. */
  String topic() {
    int start = file.indexOf('/') + 1;
    int end = file.lastIndexOf('/');
    return end < start ? "" : file.substring(start, end);
  }

  /** The header without its marks; its lines are those of the file. */
  String yaml() {
    return text.lines()
        .limit(headerLines)
        .map(line -> line.substring(MARK.length()))
        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What is below the header. */
  String sparql() {
    return text.lines().skip(headerLines).collect(Collectors.joining("\n", "", "\n")).strip()
        + "\n";
  }

  /** Parses the SPARQL strictly as 1.1; empty if it is wrong, which is then a problem. */
  Optional<Query> parse(Problems problems) {
    try {
      return Optional.of(QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11));
    } catch (QueryException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      Matcher line = LINE.matcher(message);
      problems.add(
          line.find() ? Integer.parseInt(line.group(1)) : headerLines + 1,
          "SPARQL: " + message,
          "mend the query; SPARQL 1.1 without extensions is allowed");
      return Optional.empty();
    }
  }
}
