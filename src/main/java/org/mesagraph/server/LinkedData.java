package org.mesagraph.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;
import org.mesagraph.describe.Description;
import org.mesagraph.describe.Dump;
import org.mesagraph.describe.Iris;
import org.mesagraph.describe.RdfSyntax;
import org.mesagraph.http.Body;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Resource;
import org.mesagraph.http.Route;

/** Every IRI of the project, answered under the paths of this server. */
final class LinkedData {

  private LinkedData() {}

  /**
   * The routes of all kinds, and of what is one of its kind.
   *
   * @param prefixes name the kinds
   */
  static List<Route<Served>> routes(Pages pages, Prefixes prefixes) {
    Documents documents = new Documents(pages);
    List<Route<Served>> routes = new ArrayList<>();
    for (String kind : kinds(prefixes)) {
      routes.add(
          Route.of(kind, "/" + kind + "/*", new ThingResource(kind, documents))
              .with()
              .in(Documents.FORMATS)
              .kept(Served::version));
    }
    // what lies beside a kind has its suffix in the only step of its path
    for (Node single : List.of(Iris.ONTOLOGY, Iris.DATASET)) {
      for (String format : Documents.FORMATS.names()) {
        routes.add(
            kept(
                "/" + Iris.path(single) + "." + format,
                (served, inquiry) -> {
                  Description description = served.descriptions().find(single).orElseThrow();
                  return documents.document(served, description, inquiry, format);
                }));
      }
    }
    for (String path : List.of("/dataset", "/.well-known/void")) {
      routes.add(
          kept(
                  path,
                  (served, inquiry) -> documents.seeOther(inquiry, Iris.DATASET, inquiry.chosen()))
              .in(Documents.FORMATS));
    }
    for (RdfSyntax syntax : RdfSyntax.values()) {
      routes.add(dump(syntax, false));
      routes.add(dump(syntax, true));
    }
    routes.add(
        kept(
            "/context.jsonld",
            (served, inquiry) ->
                Reply.of(RdfSyntax.JSON_LD.type(), served.descriptions().context())));
    return routes;
  }

  /** The kinds of which things have IRIs, each of which has a prefix. */
  static List<String> kinds(Prefixes prefixes) {
    return prefixes.namespaces().values().stream()
        .filter(namespace -> namespace.startsWith(Iris.BASE))
        .map(namespace -> namespace.substring(Iris.BASE.length()))
        .filter(path -> path.matches("[a-z]+/"))
        .map(path -> path.substring(0, path.length() - 1))
        .distinct()
        .toList();
  }

  private static Route<Served> dump(RdfSyntax syntax, boolean compressed) {
    String name = "dump." + syntax.suffix() + (compressed ? ".gz" : "");
    String type = compressed ? "application/gzip" : syntax.type();
    return kept(
        "/" + name,
        (served, inquiry) -> {
          Dump dump = served.descriptions().dump();
          dump.check(syntax);
          Body.Source source = out -> write(dump, syntax, compressed, out);
          return Reply.streamed(type, source)
              .with(
                  "Content-Disposition",
                  "attachment; filename=\"mesagraph." + name.substring("dump.".length()) + "\"")
              .with("Link", "<" + Iris.LICENSE.getURI() + ">; rel=\"license\"")
              .with("Link", "<" + inquiry.base() + "/dataset>; rel=\"describedby\"");
        });
  }

  private static void write(Dump dump, RdfSyntax syntax, boolean compressed, OutputStream out)
      throws IOException {
    try {
      if (compressed) {
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        dump.write(syntax, gzip);
        gzip.finish();
      } else {
        dump.write(syntax, out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Route<Served> kept(String path, Resource<Served> resource) {
    return Route.of(path.substring(1), path, resource).with().kept(Served::version);
  }
}
