package org.mesagraph.guard;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.mesagraph.guard.QueryRefused.Reason;

/**
 * The queries that run now. If a garbage collection leaves little memory, the one that holds the
 * most is stopped, and the others go on: stopping all would punish those who asked for little.
 */
final class Running implements AutoCloseable {

  private static final double FULL = 0.8;

  private final Bounds.Work work;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final List<NotificationEmitter> collectors = new ArrayList<>();
  private final NotificationListener listener = this::collected;

  private Running(Bounds.Work work) {
    this.work = work;
  }

  /** Told of every garbage collection until it is closed. */
  static Running watchingMemory(Bounds.Work work) {
    Running running = new Running(work);
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (bean instanceof NotificationEmitter collector) {
        collector.addNotificationListener(running.listener, null, null);
        running.collectors.add(collector);
      }
    }
    return running;
  }

  /** A query that begins now. */
  Started start(Duration budget) {
    Watch watch = new Watch(work, budget);
    watches.add(watch);
    return new Started(watch, watches);
  }

  /** A query that runs until this is closed. */
  record Started(Watch watch, Set<Watch> among) implements AutoCloseable {
    @Override
    public void close() {
      among.remove(watch);
    }
  }

  private void collected(Notification notification, Object nothing) {
    if (notification.getUserData() instanceof CompositeData data) {
      GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
      long used =
          info.getGcInfo().getMemoryUsageAfterGc().values().stream()
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      if (used > FULL * Runtime.getRuntime().maxMemory()) {
        stopLargest();
      }
    }
  }

  /** Stops the query that holds the most; whoever holds nothing is left in peace. */
  void stopLargest() {
    watches.stream()
        .filter(watch -> watch.cells() > 0)
        .max(Comparator.comparingLong(Watch::cells))
        .ifPresent(
            watch ->
                watch.stop(
                    Reason.NO_MEMORY,
                    "memory is short, and this query holds the most – ask for less, or later"));
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("closed twice", e);
      }
    }
    collectors.clear();
  }
}
