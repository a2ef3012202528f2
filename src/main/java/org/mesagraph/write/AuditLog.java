package org.mesagraph.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Who asked to write what, and what became of it: a line of JSON for each attempt. Attempts of
 * those who have no token are told one by one up to so many a minute, and then only counted, since
 * they are no reason to fill a disk.
 */
public final class AuditLog {

  private static final String NAME = "audit.jsonl";
  private static final int STRANGERS_A_MINUTE = 30;

  private final Path file;
  private final Clock clock;
  private Instant minute = Instant.MIN;
  private int strangers;

  /** The log of a folder. */
  public AuditLog(Path folder, Clock clock) {
    this.file = folder.resolve(NAME);
    this.clock = clock;
  }

  /** Notes an attempt of somebody who has the token. */
  public synchronized void note(JsonObject attempt) {
    write(attempt);
  }

  /** Notes an attempt of somebody who has not. */
  public synchronized void noteStranger(JsonObject attempt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      if (strangers > STRANGERS_A_MINUTE) {
        JsonObject more = new JsonObject();
        more.put("refused", strangers - STRANGERS_A_MINUTE);
        more.put("minute", minute.toString());
        write(more);
      }
      minute = now;
      strangers = 0;
    }
    if (++strangers <= STRANGERS_A_MINUTE) {
      write(attempt);
    }
  }

  private void write(JsonObject attempt) {
    JsonObject line = new JsonObject();
    line.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    attempt.forEach(line::put);
    try {
      Files.write(
          file,
          (JSON.toStringFlat(line) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
