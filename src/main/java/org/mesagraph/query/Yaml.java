package org.mesagraph.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a header, with its line in the query file. */
sealed interface Yaml {

  int line();

  /** The same as strings, longs, decimals, booleans, nulls, lists and maps. */
  Object plain();

  /** What a word is. */
  enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    FLAG,
    NOTHING
  }

  /** A single value, as it is written. */
  record Word(int line, String text, Kind kind) implements Yaml {
    @Override
    public Object plain() {
      return switch (kind) {
        case TEXT -> text;
        case WHOLE -> text.matches("[-+]?[0-9]{1,18}") ? Long.valueOf(text) : text;
        case DECIMAL -> text.matches("[-+]?[0-9.]*[0-9][.]?") ? new BigDecimal(text) : text;
        case FLAG -> Boolean.valueOf(text);
        case NOTHING -> null;
      };
    }
  }

  /** A list. */
  record Items(int line, List<Yaml> values) implements Yaml {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public Object plain() {
      List<Object> list = new ArrayList<>();
      values.forEach(value -> list.add(value.plain()));
      return Collections.unmodifiableList(list);
    }
  }

  /** A mapping, in the order of the file; the line of a value is that of its key. */
  record Fields(int line, Map<String, Yaml> values) implements Yaml {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Map<String, Object> plain() {
      Map<String, Object> map = new LinkedHashMap<>();
      values.forEach((key, value) -> map.put(key, value.plain()));
      return Collections.unmodifiableMap(map);
    }
  }
}
