package org.mesagraph.observe;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.http.Exchange;
import org.mesagraph.http.Observer;

/**
 * One line of JSON for each request. What was asked beyond the path, and any token, is not in it.
 * Lines are written by a thread of their own: if the disk is too slow for them, they are lost and
 * no request waits.
 */
public final class AccessLog implements Observer, AutoCloseable {

  private static final int WAITING = 8_192;
  private static final int LONGEST_PATH = 500;
  private static final int DAYS = 14;
  private static final long MEGA = 1024L * 1024;
  private static final long LARGEST = 100 * MEGA;
  private static final long ALL = 1024 * MEGA;
  private static final long TENTH_OF_A_MILLISECOND = 100_000;

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("access");
  private final Clients clients;
  private final Clock clock;

  private AccessLog(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    context.setMDCAdapter(new LogbackMDCAdapter()); // without one, no line can wait its turn
  }

  /** A log on standard error. */
  public static AccessLog onError(Clients clients, Clock clock) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setTarget("System.err");
    return new AccessLog(clients, clock).writing(console);
  }

  /**
   * A log in a file that is put aside each day, and when it is large; two weeks or 1 GB are kept.
   *
   * @throws MesagraphException of kind INPUT if it cannot be written
   */
  public static AccessLog inFile(Path file, Clients clients, Clock clock) {
    Path whole = file.toAbsolutePath();
    try {
      Files.createDirectories(whole.getParent());
      if (Files.isDirectory(whole) || (Files.exists(whole) && !Files.isWritable(whole))) {
        throw new IOException("it is no file that can be written");
      }
    } catch (IOException e) {
      throw new MesagraphException(
          Kind.INPUT, "cannot write the access log " + file + ": " + e.getMessage(), e);
    }
    AccessLog log = new AccessLog(clients, clock);
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setFile(whole.toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(log.context);
    policy.setParent(appender);
    policy.setFileNamePattern(whole + ".%d{yyyy-MM-dd}.%i.gz");
    policy.setMaxFileSize(new FileSize(LARGEST));
    policy.setMaxHistory(DAYS);
    policy.setTotalSizeCap(new FileSize(ALL));
    policy.start();
    appender.setRollingPolicy(policy);
    return log.writing(appender);
  }

  private AccessLog writing(OutputStreamAppender<ILoggingEvent> appender) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern("%msg%n");
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    AsyncAppender later = new AsyncAppender();
    later.setContext(context);
    later.setQueueSize(WAITING);
    later.setDiscardingThreshold(0);
    later.setNeverBlock(true);
    later.addAppender(appender);
    later.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(later);
    return this;
  }

  @Override
  public void answered(Exchange exchange) {
    // the writer of JSON uses several lines; a log must not
    logger.info(line(exchange).toString().replaceAll("\\s*\\R\\s*", " ").strip());
  }

  private JsonObject line(Exchange exchange) {
    JsonObject line = new JsonObject();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("id", exchange.id());
    clients.shown(exchange.client()).ifPresent(client -> line.put("client", client));
    line.put("method", exchange.method());
    line.put("path", shortened(exchange.path()));
    line.put("route", exchange.route());
    line.put("status", exchange.status());
    if (exchange.bytes() >= 0) {
      line.put("bytes", exchange.bytes());
    }
    line.put("wait_ms", millis(exchange.waited()));
    line.put("work_ms", millis(exchange.worked()));
    exchange.refusal().ifPresent(refusal -> line.put("refusal", refusal));
    return line;
  }

  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  private static JsonValue millis(Duration duration) {
    return JsonNumber.value(BigDecimal.valueOf(duration.toNanos() / TENTH_OF_A_MILLISECOND, 1));
  }

  /** Writes what waits to be written. */
  @Override
  public void close() {
    context.stop();
  }
}
