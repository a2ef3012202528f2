package org.mesagraph.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Pages from templates that are compiled with the program and escape by context. */
final class Pages {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  static final String TYPE = "text/html;charset=utf-8";

  /** What every page is sent with. */
  static final Map<String, String> HEADERS =
      Map.of("Content-Security-Policy", POLICY, "Referrer-Policy", "no-referrer");

  private final TemplateEngine engine;

  private Pages(TemplateEngine engine) {
    this.engine = engine;
  }

  static Pages create() {
    return new Pages(TemplateEngine.createPrecompiled(ContentType.Html));
  }

  /** Renders a template and sends it as the whole answer. */
  void send(HttpServletResponse response, String template, Object model) throws IOException {
    String page = render(template, model);
    HEADERS.forEach(response::setHeader);
    Responses.write(response, TYPE, page);
  }

  /** Renders a template. */
  String render(String template, Object model) {
    StringOutput output = new StringOutput();
    engine.render(template, model, output);
    return output.toString();
  }
}
