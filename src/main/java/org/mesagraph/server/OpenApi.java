package org.mesagraph.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;
import org.mesagraph.query.OpenApiPaths;
import org.mesagraph.query.YamlText;

/**
 * {@code /openapi.json} and {@code /openapi.yaml}: everything that can be asked here, for programs.
 * What does not depend on the data is in a file; the saved queries are added from their headers.
 */
final class OpenApi {

  private OpenApi() {}

  /**
   * The routes.
   *
   * @param kinds of things that have IRIs
   */
  static List<Route<Served>> routes(List<String> kinds) {
    return List.of(
        Route.<Served>of(
                "openapi",
                "/openapi.json",
                (served, inquiry) -> Reply.json(describe(served, inquiry, kinds)))
            .with()
            .kept(Served::version),
        Route.<Served>of(
                "openapi-yaml",
                "/openapi.yaml",
                (served, inquiry) ->
                    Reply.of("application/yaml", YamlText.of(describe(served, inquiry, kinds))))
            .with()
            .kept(Served::version));
  }

  private static JsonObject describe(Served served, Inquiry inquiry, List<String> kinds) {
    JsonObject json = JSON.parse(read());
    json.getObj("info").put("version", Optional.ofNullable(version()).orElse("development"));
    json.get("servers").getAsArray().get(0).getAsObject().put("url", inquiry.base() + "/");
    Map<String, String> formats = new LinkedHashMap<>();
    QueryFormats.ALL.names().forEach(name -> formats.put(name, QueryFormats.ALL.type(name)));
    new OpenApiPaths(formats).of(served.queries()).forEach(json.getObj("paths")::put);
    JsonObject parameters = json.getObj("components").getObj("parameters");
    parameters.getObj("Release").put("example", served.release());
    JsonArray all = new JsonArray();
    kinds.forEach(all::add);
    parameters.getObj("Kind").getObj("schema").put("enum", all);
    return json;
  }

  private static String version() {
    return OpenApi.class.getPackage().getImplementationVersion();
  }

  private static String read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
