package org.mesagraph.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages from templates that are compiled with the program and escape by context. */
final class Pages {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine;

  private Pages(TemplateEngine engine) {
    this.engine = engine;
  }

  static Pages create() {
    return new Pages(TemplateEngine.createPrecompiled(ContentType.Html));
  }

  /** Renders a template and sends it as the whole answer. */
  void send(HttpServletResponse response, String template, Object model) throws IOException {
    StringOutput output = new StringOutput();
    engine.render(template, model, output);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    Responses.write(response, "text/html;charset=utf-8", output.toString());
  }
}
