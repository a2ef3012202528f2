package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Proofs over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyTest {

  private static final String PERSISTS =
      "/why?s=study:sleeper-agents&p=mg:supports&o=proposition:deceptive-alignment-persists";

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
  void proofs_come_as_json_or_as_text() {
    JsonObject json = JSON.parse(asking.get(PERSISTS).body());
    String text = asking.get(PERSISTS, "Accept", "text/plain").body();

    assertThat(json.getBoolean("holds")).isTrue();
    assertThat(json.getBoolean("complete")).isTrue();
    assertThat(json.get("proofs").getAsArray())
        .hasSize(json.get("found").getAsNumber().value().intValue());
    assertThat(text).contains("proof 1", "[S4:78]", "[S2:52]");
    assertThat(asking.get(PERSISTS + "&format=text").body()).isEqualTo(text);
    assertThat(Asking.type(asking.get(PERSISTS + "&format=text", "Accept", "application/json")))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(Asking.type(asking.get(PERSISTS, "Accept", "*/*"))).isEqualTo("application/json");
    assertThat(asking.get(PERSISTS, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(asking.get(PERSISTS + "&format=pdf").statusCode()).isEqualTo(406);
  }

  @Test
  void what_does_not_follow_is_an_answer_too() {
    HttpResponse<String> response =
        asking.get(
            "/why?s=study:sleeper-agents&p=mg:supports"
                + "&o=proposition:deceptive-alignment-arises-untrained");
    JsonObject json = JSON.parse(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json.getBoolean("holds")).isFalse();
    assertThat(json.get("nearMisses").getAsArray()).isNotEmpty();
    assertThat(json.get("related").toString()).contains("isSilentOn");
  }

  @Test
  void names_may_be_full_iris_and_objects_may_be_literals() {
    String iri = "https://w3id.org/mesagraph/";
    HttpResponse<String> response =
        asking.get(
            "/why?s="
                + iri
                + "study/sleeper-agents&p="
                + iri
                + "ontology/supports&o="
                + iri
                + "proposition/deceptive-alignment-persists");
    HttpResponse<String> literal =
        asking.get("/why?s=source:s4&p=skos:notation&o=" + Asking.encode("\"S4\""));

    assertThat(JSON.parse(response.body()).getBoolean("holds")).isTrue();
    assertThat(JSON.parse(literal.body()).getBoolean("holds")).isTrue();
  }

  @Test
  void a_missing_or_unknown_parameter_is_refused() {
    for (String path :
        List.of("/why", "/why?s=study:sleeper-agents&p=mg:supports", "/why?s=&p=&o=")) {
      assertThat(asking.get(path).statusCode()).isEqualTo(400);
      assertThat(detail(path)).contains("is missing: ask /why?s=…&p=…&o=…");
    }
    assertThat(asking.get(PERSISTS + "&limt=3").statusCode()).isEqualTo(400);
    assertThat(detail(PERSISTS + "&limt=3")).isEqualTo("no parameter “limt” – did you mean limit?");
  }

  @Test
  void an_unknown_name_is_refused_with_the_nearest_one() {
    assertThat(detail(PERSISTS.replace("sleeper", "sleper")))
        .isEqualTo(
            "study:sleper-agents occurs nowhere in the graph"
                + " – did you mean study:sleeper-agents?");
    assertThat(detail(PERSISTS.replace("study:", "studdy:")))
        .contains("unknown prefix “studdy:”", "did you mean study?");
    assertThat(detail("/why?s=sleeper-agents&p=mg:supports&o=concept:x"))
        .contains("neither an IRI nor a prefixed name");
    assertThat(
            detail("/why?s=source:s4&p=skos:notation&o=" + Asking.encode("\"S4\"^^unknown:type")))
        .startsWith("cannot read \"S4\"^^unknown:type");
  }

  @Test
  void the_limit_has_bounds() {
    assertThat(JSON.parse(asking.get(PERSISTS + "&limit=1").body()).get("proofs").getAsArray())
        .hasSize(1);
    assertThat(asking.get(PERSISTS + "&limit=1000").statusCode()).isEqualTo(200);
    for (String limit : List.of("0", "-1", "1001", "99999999999", "ten", "1.5", "")) {
      assertThat(asking.get(PERSISTS + "&limit=" + limit).statusCode()).as(limit).isEqualTo(400);
      assertThat(detail(PERSISTS + "&limit=" + limit))
          .isEqualTo("limit must be a number from 1 to 1000");
    }
  }

  @Test
  void every_step_is_told_when_asked_for() {
    JsonObject json = JSON.parse(asking.get(PERSISTS + "&limit=1&steps=true").body());

    assertThat(json.get("steps").getAsArray()).hasSize(9);
    assertThat(JSON.parse(asking.get(PERSISTS + "&steps=false").body()).hasKey("steps")).isFalse();
    assertThat(asking.get(PERSISTS + "&steps=yes").statusCode()).isEqualTo(400);
    assertThat(detail(PERSISTS + "&steps=yes")).isEqualTo("steps must be true or false");
  }

  private static String detail(String path) {
    return Asking.problem(asking.get(path)).getString("detail");
  }
}
