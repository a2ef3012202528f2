package org.mesagraph.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands the requests of one path to the door. */
public final class RouteServlet<S> extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Door<S> door;
  private final transient Route<S> route;

  public RouteServlet(Door<S> door, Route<S> route) {
    this.door = door;
    this.route = route;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    door.handle(route, request, response);
  }
}
