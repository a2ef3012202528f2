package org.mesagraph.http;

import java.time.Duration;

/**
 * What a lane has to give.
 *
 * @param permits how many may work at once
 * @param each how many of these one client may have
 * @param places how many may wait
 * @param eachPlace how many of these one client may have
 * @param patience how long one waits
 */
record Share(int permits, int each, int places, int eachPlace, Duration patience) {

  Share {
    if (each < 1 || each > permits || eachPlace > places) {
      throw new IllegalArgumentException("no share: " + permits + " " + each + " " + eachPlace);
    }
  }
}
