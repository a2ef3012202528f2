package org.mesagraph.server;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.write.AuditLog;
import org.mesagraph.write.Live;
import org.mesagraph.write.SmallStore;

/** A server over a small store that can be written to. */
record WrittenServer(SmallStore store, Live live, Server server) implements AutoCloseable {

  static final String TOKEN = "Bearer 0123456789abcdef0123456789abcdef";
  static final String UPDATE = "application/sparql-update";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String TURTLE = "text/turtle";

  static WrittenServer in(Path folder) throws IOException {
    return of(SmallStore.in(folder));
  }

  /** The same once more, over what was written before. */
  static WrittenServer of(SmallStore store) {
    Live live = store.open();
    Writing writing =
        new Writing(live.desk(), SmallStore.token(), new AuditLog(store.live(), Clock.systemUTC()));
    SavedQueries queries = SavedQueries.read(store.root(), live.snapshot().base().prefixes());
    Served served = Served.of(live.desk().version(), live.snapshot(), queries);
    return new WrittenServer(
        store, live, Server.start(Current.of(served), Setup.local().with(writing)));
  }

  Asking asking() {
    return new Asking(server.port());
  }

  /** A request with the token. */
  HttpResponse<String> write(String method, String path, String type, String body) {
    return asking().send(method, path, body, "Authorization", TOKEN, "Content-Type", type);
  }

  HttpResponse<String> update(String text) {
    return write("POST", "/update", UPDATE, text);
  }

  String log() {
    return text("changes.log");
  }

  List<String> audit() {
    return text("audit.jsonl").lines().toList();
  }

  private String text(String name) {
    try {
      return Files.readString(store.live().resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All quads, told by the server. */
  String all() {
    return asking()
        .sparql(
            "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o",
            "Accept",
            "text/csv")
        .body();
  }

  static Stream<String> methods() {
    return Stream.of("POST", "PUT", "DELETE");
  }

  @Override
  public void close() {
    server.stop();
    live.close();
  }
}
