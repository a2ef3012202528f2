package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.http.Front;
import org.mesagraph.http.Proxies;

/** A server below a path of a public site: where its links lead, and what they are made of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BehindProxyTest {

  private static final String BASE = "/deep/er";
  private static final String SITE = "https://kg.example.org";
  private static final int MOST = 150;
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern FIELD = Pattern.compile("<([^>]*)>");
  private static final List<String> STARTS =
      List.of("/", "/q/", "/q/evidence-matrix", "/sparql", "/nothing/here", "/q/nothing");
  private static final List<String> CLAIMS =
      List.of(
          "Host: evil.example",
          "X-Forwarded-Host: evil.example",
          "X-Forwarded-Proto: evil",
          "X-Forwarded-Prefix: /evil.example",
          "Forwarded: host=evil.example;proto=https",
          "X-Original-URL: /evil.example",
          "Referer: http://evil.example/");

  private static Server server;

  @BeforeAll
  static void start() {
    Front front = new Front(BASE, Optional.of(SITE), Proxies.none());
    server = Server.start(RealProject.current(), Setup.local().behind(front));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void every_link_of_every_page_leads_to_something_below_the_path() {
    Asking asking = new Asking(server.port());
    Map<String, String> broken = new TreeMap<>();
    Map<String, String> reached = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String start : STARTS) {
      reached.put(BASE + start, "the start");
      open.add(BASE + start);
    }
    while (!open.isEmpty()) {
      String path = open.poll();
      HttpResponse<String> page = asking.get(path, "Accept", "text/html");
      if (page.statusCode() == 404 && !STARTS.contains(path.substring(BASE.length()))) {
        broken.put(path, "leads nowhere, on " + reached.get(path));
      }
      for (String link : links(page)) {
        String local = (link.startsWith(SITE) ? link.substring(SITE.length()) : link);
        String there = local.replaceFirst("#.*", "");
        if (!there.startsWith("/")) {
          continue; // another site, or a part of the page
        }
        if (!there.startsWith(BASE + "/")) {
          broken.put(link, "is not below the path, on " + path);
        } else if (reached.size() < MOST && reached.putIfAbsent(there, path) == null) {
          open.add(there);
        }
      }
    }

    assertThat(reached).hasSizeGreaterThan(100);
    assertThat(broken).isEmpty();
  }

  @Test
  void nothing_is_outside_the_path_but_the_way_to_it() {
    Asking asking = new Asking(server.port());
    assertThat(asking.get("/").statusCode()).isEqualTo(404);
    assertThat(asking.get("/q/").statusCode()).isEqualTo(404);
    HttpResponse<String> home = asking.get(BASE);
    assertThat(home.statusCode()).isEqualTo(301);
    assertThat(home.headers().firstValue("Location")).contains(BASE + "/");
  }

  @Test
  void no_answer_holds_what_a_request_claims_about_the_host() throws IOException {
    for (String claim : CLAIMS) {
      for (String path :
          List.of("", "/", "/q/", "/q/evidence-matrix.json", "/why", "/no", "/sparql")) {
        assertThat(raw(BASE + path, claim)).as("%s %s", path, claim).doesNotContain("evil");
      }
    }
    assertThat(raw("/", "Host: evil.example")).startsWith("HTTP/1.1 404").doesNotContain("evil");
  }

  private static List<String> links(HttpResponse<String> page) {
    Set<String> links = new LinkedHashSet<>();
    if (Asking.type(page).startsWith("text/html")) {
      Matcher matcher = LINK.matcher(page.body());
      while (matcher.find()) {
        links.add(matcher.group(1).replace("&amp;", "&"));
      }
    }
    page.headers().firstValue("Location").ifPresent(links::add);
    for (String field : page.headers().allValues("Link")) {
      Matcher matcher = FIELD.matcher(field);
      while (matcher.find()) {
        links.add(matcher.group(1));
      }
    }
    return List.copyOf(links);
  }

  private static String raw(String path, String claim) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(30_000);
      String host = claim.startsWith("Host:") ? "" : "Host: localhost\r\n";
      String request =
          "GET " + path + " HTTP/1.1\r\n" + host + claim + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
