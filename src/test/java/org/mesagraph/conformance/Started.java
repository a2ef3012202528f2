package org.mesagraph.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.io.IOX;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Statement;
import org.mesagraph.query.Checks;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.server.Server;
import org.mesagraph.server.Setup;
import org.mesagraph.server.Writing;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;
import org.mesagraph.write.AuditLog;
import org.mesagraph.write.Inspector;
import org.mesagraph.write.Limits;
import org.mesagraph.write.Live;
import org.mesagraph.write.Token;

/** The servers that the suites started, stopped together when all have run. */
final class Started implements AutoCloseable {

  private static final Prefixes NO_PREFIXES = Prefixes.of(Map.of());
  private static final SavedQueries NO_QUERIES =
      SavedQueries.read(Path.of("no-such-folder"), NO_PREFIXES);
  private static final Reasoner REASONER = new MaterializingReasoner();

  /**
   * In memory, where the machine has such a place, hundreds of commits need not wait for a disk.
   */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final String TOKEN = "the-token-of-the-suites-of-the-W3C";

  private final Deque<Runnable> ends = new ArrayDeque<>();

  /** A server that only answers questions, about just these statements. */
  Endpoint reading(Collection<Statement> statements) {
    Server server =
        Server.start(
            Current.of(Served.of("1", Snapshot.of(base(statements), REASONER), NO_QUERIES)),
            Setup.local());
    ends.push(server::stop);
    return Endpoint.at(server.port());
  }

  /** A server over an empty store, where whoever has the token may write. */
  GraphStore writing() {
    try {
      Path folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "suites")
              : Files.createTempDirectory("suites");
      ends.push(() -> IOX.deleteAll(folder));
      Release release =
          new StoreFolder(folder)
              .load(
                  Snapshot.of(base(List.of()), REASONER),
                  Fingerprint.of(folder, folder),
                  "1",
                  Clock.systemUTC());
      Path changes = folder.resolve(Live.FOLDER);
      Live live =
          Live.open(
              changes,
              release,
              REASONER,
              prefixes ->
                  Inspector.of(Checks.read(Path.of("no-such-folder"), Checks.FOLDER, prefixes)),
              Limits.USUAL,
              Clock.systemUTC());
      ends.push(live::close);
      Writing writing =
          new Writing(
              live.desk(),
              Token.find(Optional.empty(), Map.of(Token.VARIABLE, TOKEN)),
              new AuditLog(changes, Clock.systemUTC()));
      Server server =
          Server.start(
              Current.of(Served.of(live.desk().version(), live.snapshot(), NO_QUERIES)),
              Setup.local().with(writing));
      ends.push(server::stop);
      return new GraphStore(Endpoint.at(server.port(), "Authorization", "Bearer " + TOKEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnowledgeBase base(Collection<Statement> statements) {
    return KnowledgeBase.of(NO_PREFIXES, List.copyOf(statements), List.of(), List.of(), 0);
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
  }
}
