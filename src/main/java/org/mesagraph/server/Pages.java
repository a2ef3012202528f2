package org.mesagraph.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages from templates that are compiled with the program and escape by context. */
final class Pages {

  private final TemplateEngine engine;
  private final String base;

  private Pages(TemplateEngine engine, String base) {
    this.engine = engine;
    this.base = base;
  }

  /**
   * The pages of a server.
   *
   * @param base path before all others, with which every link begins
   */
  static Pages create(String base) {
    return new Pages(TemplateEngine.createPrecompiled(ContentType.Html), base);
  }

  String base() {
    return base;
  }

  /** Renders a template, which calls what it shows {@code page} and the path {@code base}. */
  String render(String template, Object model) {
    StringOutput output = new StringOutput();
    engine.render(template, Map.of("page", model, "base", base), output);
    return output.toString();
  }
}
