package org.mesagraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test in the header of a query.
 *
 * @param params values by parameter
 */
public record QueryCase(String name, Map<String, List<String>> params, Expectation expect) {
  public QueryCase {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}
