package org.mesagraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at files again and again, and tells when they have changed and then stayed the same for one
 * look, as an editor or a checkout writes many files one after another. Times and lengths are asked
 * for, as what a system tells by itself differs from one to the next and is lost on network disks.
 */
final class Watch {

  private static final long EVERY_MILLIS = 500;

  private final List<Path> places;
  private SortedMap<Path, String> told;
  private SortedMap<Path, String> seen;

  /**
   * Begins with the files as they are.
   *
   * @param places files, or folders with all files below them; they need not be there
   */
  Watch(List<Path> places) {
    this.places = List.copyOf(places);
    this.told = look();
    this.seen = told;
  }

  /** Runs something after every change, in a thread of its own, as long as the program runs. */
  void run(Runnable changed) {
    Thread thread =
        new Thread(
            () -> {
              while (sleep()) {
                if (hasSettled()) {
                  changed.run();
                }
              }
            },
            "watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static boolean sleep() {
    try {
      Thread.sleep(EVERY_MILLIS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Looks once; whether something had changed before the last look, and nothing since. */
  boolean hasSettled() {
    SortedMap<Path, String> now = look();
    boolean settled = now.equals(seen) && !now.equals(told);
    seen = now;
    if (settled) {
      told = now;
    }
    return settled;
  }

  private SortedMap<Path, String> look() {
    SortedMap<Path, String> found = new TreeMap<>();
    for (Path place : places) {
      try (Stream<Path> below = Files.walk(place)) {
        below.forEach(path -> look(path, found));
      } catch (NoSuchFileException | UncheckedIOException e) {
        // deleted while it was looked at: the next look sees the rest
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static void look(Path path, SortedMap<Path, String> found) {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      if (file.isRegularFile()) {
        found.put(path, file.size() + " " + file.lastModifiedTime() + " " + file.fileKey());
      }
    } catch (IOException e) {
      // deleted while it was looked at: it is not there
    }
  }
}
