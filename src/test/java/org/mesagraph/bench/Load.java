package org.mesagraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server for a while or a number of times, from as many clients at once, each waiting for
 * its answer, and prints a row of what came of it: {@code Load LABEL BASE PATHS CLIENTS 10s} or
 * {@code … 1000}; with a further number, as many clients ask PATHS and one besides asks the paths
 * of the file after it ten times a second, and the row is about that one.
 */
public final class Load {

  private static final double MILLION = 1e6;
  private static final long PAUSE_MILLIS = 100;

  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
  private final Map<Integer, Long> statuses = Collections.synchronizedMap(new TreeMap<>());

  private Load() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> paths = Files.readAllLines(Path.of(arguments[2]));
    Asker asker = Asker.of(arguments[1], paths);
    int clients = Integer.parseInt(arguments[3]);
    boolean timed = arguments[4].endsWith("s");
    long amount = Long.parseLong(arguments[4].replace("s", ""));
    Load load = new Load();
    long began = System.nanoTime();
    if (arguments.length > 5) {
      Asker probe = Asker.of(arguments[1], Files.readAllLines(Path.of(arguments[5])));
      load.probed(asker, probe, clients, amount);
    } else if (timed) {
      new Load().run(asker, clients, began + seconds(Math.max(1, amount / 3)), Long.MAX_VALUE);
      began = System.nanoTime();
      load.run(asker, clients, began + seconds(amount), Long.MAX_VALUE);
    } else {
      load.run(asker, clients, Long.MAX_VALUE, amount);
    }
    System.out.println(load.row(arguments[0], clients, System.nanoTime() - began));
  }

  private static long seconds(long number) {
    return number * 1_000_000_000L;
  }

  private void run(Asker asker, int clients, long end, long times) throws InterruptedException {
    AtomicLong left = new AtomicLong(times);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int client = i;
      threads.add(
          new Thread(
              () -> {
                while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                  ask(asker, client);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** One client beside many others of which nothing is measured. */
  private void probed(Asker hogs, Asker probe, int clients, long seconds)
      throws InterruptedException {
    long end = System.nanoTime() + seconds(seconds);
    Load others = new Load();
    Thread crowd =
        new Thread(
            () -> {
              try {
                others.run(hogs, clients, end, Long.MAX_VALUE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    crowd.setDaemon(true);
    crowd.start();
    Thread.sleep(1_000);
    while (System.nanoTime() < end) {
      ask(probe, 60_000);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private void ask(Asker asker, int client) {
    long began = System.nanoTime();
    try {
      int status = asker.next(client);
      nanos.add(System.nanoTime() - began);
      statuses.merge(status, 1L, Long::sum);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String row(String label, int clients, long took) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f | %s |",
        label,
        clients,
        sorted.size() / (took / 1e9),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        quantile(sorted, 1),
        statuses.toString().replaceAll("[{}]", ""));
  }

  private static double quantile(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)) / MILLION;
  }
}
