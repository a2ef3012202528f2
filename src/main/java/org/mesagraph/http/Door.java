package org.mesagraph.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.mesagraph.base.MesagraphException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request to its route and sends what comes of it. One request is answered from one
 * state, within one permit of its lane; the permit is given back before the answer is read.
 */
public final class Door<S> {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int NOT_MODIFIED = 304;

  private final States<S> states;
  private final Settings settings;
  private final Lanes lanes;
  private final Function<Refusal, String> page;
  private final List<Observer> observers;
  private final Reception reception;
  private final Unread unread = Unread.ofMemory(Runtime.getRuntime().maxMemory());

  /**
   * A door.
   *
   * @param page shows a refusal to a browser
   * @param observers are told of every request
   */
  public Door(
      States<S> states,
      Settings settings,
      Lanes lanes,
      Function<Refusal, String> page,
      List<Observer> observers) {
    this.states = states;
    this.settings = settings;
    this.lanes = lanes;
    this.page = page;
    this.observers = List.copyOf(observers);
    this.reception = new Reception(settings);
  }

  /** Answers a request; returns before it is answered if it has to wait for a permit. */
  public void handle(Route<S> route, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Outgoing outgoing = new Outgoing(request, response, settings, unread);
    Call<S> call = new Call<>(route, request, outgoing, Visit.of(route, request, settings.front()));
    if (guarded(call, () -> receive(call))) {
      finish(call);
    }
  }

  /** A request on its way through the door. */
  private record Call<S>(
      Route<S> route, HttpServletRequest request, Outgoing outgoing, Visit visit) {}

  /** One step in answering a call, after which it is answered, or waits. */
  @FunctionalInterface
  private interface Step {
    boolean isLast() throws IOException;
  }

  /** Takes a step; what goes wrong becomes a refusal. */
  private boolean guarded(Call<S> call, Step step) throws IOException {
    try {
      return step.isLast();
    } catch (RefusalException e) {
      refuse(call, e.refusal());
    } catch (MesagraphException e) {
      Refusal refusal = Refusal.of(e);
      if (refusal.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        failed(call, e);
      }
      refuse(call, refusal);
    } catch (RuntimeException | StackOverflowError e) {
      failed(call, e);
      refuse(call, Refusal.of(500, "Internal error", Refusal.UNKNOWN));
    }
    return true;
  }

  private boolean receive(Call<S> call) throws IOException {
    List<String> allowed = allowed(call.route());
    String method = call.request().getMethod();
    if (method.equals("OPTIONS")) {
      call.outgoing().options(call.route(), allowed);
      return true;
    }
    if (!allowed.contains(method)) {
      throw Refusal.of(405, method + " is not allowed here")
          .with("Allow", String.join(", ", allowed))
          .asException();
    }
    call.route()
        .admission()
        .check(
            method,
            call.visit().client(),
            name -> Optional.ofNullable(call.request().getHeader(name)));
    Inquiry inquiry = reception.read(call.route(), call.request(), call.visit().client());
    call.visit().asked(inquiry);
    CompletableFuture<Entry> entry = lanes.enter(call.route().lane(), inquiry.client());
    if (entry.isDone()) {
      return answer(call, inquiry, entry.join());
    }
    AsyncContext later = call.outgoing().later();
    entry.thenAccept(let -> resume(call, inquiry, let, later));
    return false;
  }

  /** Goes on with a call that has waited, in a thread of the server. */
  private void resume(Call<S> call, Inquiry inquiry, Entry entry, AsyncContext later) {
    try {
      later.start(
          () -> {
            try {
              guarded(call, () -> answer(call, inquiry, entry));
            } catch (IOException e) {
              LOG.debug("{} is gone", inquiry.client(), e);
            }
            finish(call);
          });
    } catch (RejectedExecutionException e) {
      entry.close(); // the server is being stopped
    }
  }

  private boolean answer(Call<S> call, Inquiry inquiry, Entry entry) throws IOException {
    entry.orThrow();
    Reply reply;
    try {
      call.visit().entered();
      reply = states.reading(state -> answer(call.route(), state, inquiry, call.outgoing()));
    } finally {
      entry.close();
    }
    call.visit().answered();
    if (reply.body() instanceof Body.Whole whole) {
      call.outgoing().whole(call.route(), reply, whole.bytes(), call.visit());
    }
    return true;
  }

  private void finish(Call<S> call) {
    call.outgoing().end();
    Exchange exchange = call.visit().exchange(call.outgoing());
    observers.forEach(observer -> observer.answered(exchange));
  }

  /** The answer; one that is written as it is made is sent here, while its state is held. */
  private Reply answer(Route<S> route, S state, Inquiry inquiry, Outgoing outgoing) {
    Optional<String> version = route.version().apply(state);
    if (version.isPresent() && inquiry.method().equals("GET")) {
      EntityTag tag = EntityTag.of(route, version.get(), inquiry, outgoing.acceptsGzip());
      outgoing.mark(tag);
      if (inquiry.header().apply("If-None-Match").filter(tag::isIn).isPresent()) {
        return Reply.empty(NOT_MODIFIED);
      }
    }
    Reply reply = route.resource().answer(state, inquiry);
    if (reply.body() instanceof Body.Streamed streamed) {
      outgoing.streamed(route, reply, streamed.source());
    }
    return reply;
  }

  private void refuse(Call<S> call, Refusal refusal) throws IOException {
    call.visit().answered();
    call.visit().refused(refusal);
    boolean ours = refusal.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    Refusal told = ours ? refusal.member("request", call.visit().id()) : refusal;
    call.outgoing().refusal(call.route(), told, page, call.visit());
  }

  private static void failed(Call<?> call, Throwable e) {
    call.visit().failed(e);
    LOG.error(
        "request {}: {} {}", call.visit().id(), call.visit().method(), call.visit().path(), e);
  }

  private static List<String> allowed(Route<?> route) {
    TreeSet<String> methods = new TreeSet<>(route.methods());
    methods.add("OPTIONS");
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return List.copyOf(methods);
  }
}
