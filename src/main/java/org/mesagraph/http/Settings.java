package org.mesagraph.http;

/**
 * What the door is told once.
 *
 * @param front how the world sees the server
 * @param cacheControl for answers that may be kept
 * @param longestQuestion bytes of the body of a request that asks
 * @param longestWrite bytes of the body of a request that changes something
 */
public record Settings(Front front, String cacheControl, int longestQuestion, int longestWrite) {

  /**
   * At the root of the server, kept for five minutes, questions of at most 256 kB, writes of 16 MB.
   */
  public static Settings usual() {
    return new Settings(
        Front.plain(),
        "public, max-age=300, stale-while-revalidate=86400",
        256 * 1024,
        16 * 1024 * 1024);
  }

  /** The same as the world sees it. */
  public Settings behind(Front other) {
    return new Settings(other, cacheControl, longestQuestion, longestWrite);
  }
}
