package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.RealProject;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.explain.WhatIfService;

/** What-if over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfHttpTest {

  private static final String SLEEPER = "/whatif?without=study:sleeper-agents";

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    server = Asking.start();
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void what_would_fall_comes_as_json_or_as_text_and_changes_nothing() {
    String triples = asking.value("SELECT (COUNT(*) AS ?value) { ?s ?p ?o }");
    HttpResponse<String> response = asking.get(SLEEPER);
    JsonObject json = JSON.parse(response.body());
    HttpResponse<String> text = asking.get(SLEEPER, "Accept", "text/plain");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Asking.type(response)).isEqualTo("application/json");
    assertThat(response.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(json.getObj("counts").getObj("changed").get("others").toString()).isEqualTo("8");
    assertThat(json.get("changed").getAsArray()).hasSize(8);
    assertThat(Asking.type(text)).isEqualTo("text/plain;charset=utf-8");
    assertThat(text.body())
        .contains(
            "     8  changed: has another value",
            "↷ proposition:deceptive-alignment-persists mg:hasStanding concept:supported →"
                + " concept:unevidenced");
    assertThat(asking.get(SLEEPER + "&format=text").body()).isEqualTo(text.body());
    assertThat(asking.value("SELECT (COUNT(*) AS ?value) { ?s ?p ?o }")).isEqualTo(triples);
  }

  @Test
  void several_things_may_be_withdrawn_at_once() {
    JsonObject json =
        JSON.parse(
            asking
                .get(
                    "/whatif?without=work:emergent-misalignment"
                        + "&without=work:emergent-misalignment-nature&limit=0")
                .body());

    assertThat(json.get("without").getAsArray()).hasSize(2);
    assertThat(json.get("fallen").toString()).contains("study:emergent-misalignment");
    assertThat(json.get("lost").getAsArray())
        .isNotEmpty()
        .noneMatch(told -> told.getAsObject().hasKey("before"));
  }

  @Test
  void what_cannot_be_had_or_understood_is_refused() {
    assertThat(asking.get(SLEEPER, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(asking.get(SLEEPER + "&format=pdf").statusCode()).isEqualTo(406);
    assertThat(detail("/whatif")).contains("“without” is missing");
    assertThat(detail("/whatif?without=")).contains("“without” is missing");
    assertThat(detail(SLEEPER + "&limt=1")).isEqualTo("no parameter “limt” – did you mean limit?");
    for (String limit : List.of("-1", "51", "100", "many", "")) {
      assertThat(detail(SLEEPER + "&limit=" + limit)).contains("from 0 to 50");
    }
    assertThat(detail(SLEEPER + "&all=yes")).isEqualTo("all must be true or false");
    assertThat(detail("/whatif?without=study:sleper-agents"))
        .contains("did you mean study:sleeper-agents?");
    assertThat(detail("/whatif?without=mg:Study")).contains("is a term of the ontology");
    assertThat(detail("/whatif?" + "without=study:sleeper-agents&".repeat(21)))
        .contains("at most 20 things");
  }

  private static String detail(String path) {
    HttpResponse<String> response = asking.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(400);
    return Asking.problem(response).getString("detail");
  }

  @Test
  void a_question_that_takes_too_long_is_ended() {
    WhatIfService service = RealProject.current().now().whatIf();
    List<Node> things = service.things(List.of("source:s4"));

    assertThatThrownBy(() -> service.without(things, WhatIf.until(System.nanoTime() - 1)))
        .isInstanceOfSatisfying(
            MesagraphException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.LIMIT);
              assertThat(e).hasMessageContaining("within 20 s");
            });
    assertThatCode(() -> service.without(things, WhatIf.until(System.nanoTime() + 60_000_000_000L)))
        .doesNotThrowAnyException();
  }

  @Test
  void every_format_can_be_had() {
    assertThat(asking.get(SLEEPER + "&format=md").body()).startsWith("## Without [study:");
    assertThat(asking.get(SLEEPER, "Accept", "text/turtle").body()).contains("wasInvalidatedBy");
    assertThat(asking.get(SLEEPER + "&format=dot&limit=0").body()).startsWith("digraph ");
  }
}
