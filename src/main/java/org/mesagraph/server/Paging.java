package org.mesagraph.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.query.ArgumentProblem;
import org.mesagraph.query.Page;
import org.mesagraph.query.SavedQuery;

/**
 * The part of an answer that a request asks for with {@code page} and {@code limit}; all of it if
 * it gives neither.
 *
 * @param page the part
 * @param problems what is wrong with the two
 */
record Paging(Optional<Page> page, List<ArgumentProblem> problems) {

  static final String PAGE = "page";
  static final String LIMIT = "limit";

  private static final int USUAL_LIMIT = 100;
  private static final int MOST_PAGES = 1_000_000;
  private static final int BAD = 400;

  Paging {
    problems = List.copyOf(problems);
  }

  /**
   * Reads the two parameters; a page without a limit is as long as the header of the query says.
   */
  static Paging of(SavedQuery query, Map<String, List<String>> parameters) {
    List<ArgumentProblem> problems = new ArrayList<>();
    int most = (int) Math.min(Integer.MAX_VALUE - 1, query.header().limits().maxRows());
    int usual = Math.min(most, query.header().pagination().orElse(USUAL_LIMIT));
    Optional<Integer> page = number(PAGE, MOST_PAGES, parameters, problems);
    Optional<Integer> limit = number(LIMIT, most, parameters, problems);
    boolean asked = page.isPresent() || limit.isPresent();
    return new Paging(
        asked && problems.isEmpty()
            ? Optional.of(Page.of(page.orElse(1), limit.orElse(usual)))
            : Optional.empty(),
        problems);
  }

  private static Optional<Integer> number(
      String name, int most, Map<String, List<String>> parameters, List<ArgumentProblem> problems) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    String text = values.get(0).strip();
    if (values.size() == 1 && text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return Optional.of(number);
      }
    }
    String detail = name + " must be one number from 1 to " + most;
    problems.add(new ArgumentProblem(name, detail, Optional.empty(), BAD));
    return Optional.empty();
  }

  /** What was given without these two and the format. */
  static Map<String, List<String>> arguments(Map<String, List<String>> parameters) {
    Map<String, List<String>> given = new LinkedHashMap<>(parameters);
    List.of(PAGE, LIMIT, "format").forEach(given::remove);
    return given;
  }
}
