package org.mesagraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query file says about its query. The {@code defaults} and {@code enumerate} of grlc are
 * found in the parameters.
 *
 * @param description Markdown, may be empty
 * @param pagination rows of a page
 * @param chart view and channels, as the header writes them; empty for a table
 */
public record Header(
    String summary,
    String description,
    List<String> tags,
    String method,
    Optional<Integer> pagination,
    List<Parameter> params,
    List<Column> columns,
    Map<String, Object> chart,
    Limits limits,
    Contract contract,
    List<QueryCase> tests) {

  public Header {
    tags = List.copyOf(tags);
    params = List.copyOf(params);
    columns = List.copyOf(columns);
    chart = Collections.unmodifiableMap(new LinkedHashMap<>(chart));
    tests = List.copyOf(tests);
  }

  /** The parameter of a name. */
  public Optional<Parameter> parameter(String name) {
    return params.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** The column of a name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
