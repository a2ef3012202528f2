package org.mesagraph.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets through the methods that ask and refuses all others, TRACE among them; pages of other sites
 * may read what is answered.
 */
final class QuestionsOnly implements Filter {

  private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS", "POST");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!ASKING.contains(asked.getMethod())) {
      answer.setHeader("Allow", "GET, HEAD, OPTIONS, POST");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    answer.setHeader("Access-Control-Allow-Origin", "*"); // nothing here depends on who asks
    chain.doFilter(request, response);
  }
}
