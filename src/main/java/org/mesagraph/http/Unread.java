package org.mesagraph.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Long answers that are on their way and still in memory, because whoever asked for them reads
 * slowly: how many bytes of them there may be, in all and for one client. The first answer of a
 * client is let through unless the others fill everything.
 */
final class Unread {

  /** One byte of so many in memory may be an answer that waits to be read. */
  private static final int PART = 8;

  private static final int RETRY_SECONDS = 10;

  private final long most;
  private final Map<String, Long> byClient = new HashMap<>();
  private long all;

  private Unread(long most) {
    this.most = most;
  }

  static Unread ofMemory(long bytes) {
    return of(bytes / PART);
  }

  static Unread of(long most) {
    return new Unread(most);
  }

  /**
   * Takes an answer in.
   *
   * @throws RefusalException if there are too many bytes already
   */
  synchronized void add(String client, long bytes) {
    long own = byClient.getOrDefault(client, 0L);
    if (own > 0 && own + bytes > most / 2) {
      throw Refusal.of(429, "your earlier answers are not read yet – read them, then ask again")
          .retryAfter(RETRY_SECONDS)
          .asException();
    }
    if (all > 0 && all + bytes > most) {
      throw Refusal.of(503, "the answers to others are not read yet – ask again later")
          .retryAfter(RETRY_SECONDS)
          .asException();
    }
    all += bytes;
    byClient.merge(client, bytes, Long::sum);
  }

  /** Lets an answer go, read or not. */
  synchronized void remove(String client, long bytes) {
    all -= bytes;
    byClient.merge(client, -bytes, (have, less) -> have + less == 0 ? null : have + less);
  }
}
