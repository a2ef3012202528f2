package org.mesagraph.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonValue;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** JSON written as YAML 1.2. */
public final class YamlText {

  private YamlText() {}

  public static String of(JsonValue json) {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    return new Dump(settings).dumpToString(plain(json));
  }

  private static Object plain(JsonValue json) {
    if (json.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      json.getAsObject().forEach((key, value) -> map.put(key, plain(value)));
      return map;
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.getAsArray().forEach(value -> list.add(plain(value)));
      return list;
    }
    if (json.isString()) {
      return json.getAsString().value();
    }
    if (json.isNumber()) {
      // as it is written, since whole numbers must stay whole
      BigDecimal number = new BigDecimal(json.toString().strip());
      return number.scale() <= 0 ? number.toBigIntegerExact() : number;
    }
    return json.isBoolean() ? json.getAsBoolean().value() : null;
  }
}
