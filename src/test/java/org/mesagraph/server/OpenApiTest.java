package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.http.Route;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the server, held against the schema of OpenAPI and against the server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenApiTest {

  private static final String SCHEMA = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
  private static final String DOCUMENT = "https://example.org/openapi.json";

  private static Server server;
  private static Asking asking;
  private static String text;
  private static JsonObject document;
  private static SchemaRegistry schemas;

  @BeforeAll
  static void start() {
    server = Asking.start();
    asking = new Asking(server.port());
    text = asking.get("/openapi.json").body();
    document = JSON.parse(text);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(DOCUMENT, text))
                    .schemaIdResolvers(
                        ids ->
                            ids.mapPrefix(
                                "https://spec.openapis.org", "classpath:spec.openapis.org")));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void it_is_openapi_3_1() {
    Schema schema = schemas.getSchema(SchemaLocation.of(SCHEMA));

    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(
            schema.validate(text.replace("\"operationId\"", "\"operationID\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(
            schema.validate(
                text.replace("\"in\" : \"query\"", "\"in\" : \"body\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void the_yaml_says_the_same() {
    Object yaml =
        new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build())
            .loadFromString(asking.get("/openapi.yaml").body());
    Object json =
        new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build()).loadFromString(text);

    assertThat(yaml).isEqualTo(json);
  }

  @Test
  void each_operation_has_a_name_of_its_own() {
    List<String> names =
        operations().map(operation -> operation.json().getString("operationId")).toList();

    assertThat(names).doesNotHaveDuplicates().contains("evidenceForFailureMode", "why", "update");
    assertThat(names).allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
  }

  @Test
  void every_route_is_described() {
    List<String> described = new ArrayList<>();
    for (Operation operation : operations().toList()) {
      described.addAll(addresses(operation));
    }
    for (Route<Served> route : server.routes()) {
      String path = route.path().isEmpty() ? "/" : route.path();
      assertThat(described)
          .as(path)
          .anyMatch(
              address ->
                  path.endsWith("/*")
                      ? (address + "/").startsWith(path.substring(0, path.length() - 1))
                      : address.equals(path));
    }
    assertThat(described).contains("/sparql", "/update", "/data");
  }

  /** The paths of an operation with every enumerated value of their parts. */
  private static List<String> addresses(Operation operation) {
    List<String> addresses = List.of(operation.path());
    for (JsonObject parameter : parameters(operation, "path")) {
      List<String> values = new ArrayList<>();
      JsonArray listed =
          Optional.ofNullable(parameter.getObj("schema").get("enum"))
              .map(JsonValue::getAsArray)
              .orElse(new JsonArray());
      listed.forEach(value -> values.add(value.getAsString().value()));
      values.add(parameter.getString("example"));
      String name = "{" + parameter.getString("name") + "}";
      addresses =
          addresses.stream()
              .flatMap(address -> values.stream().map(value -> address.replace(name, value)))
              .distinct()
              .toList();
    }
    return addresses;
  }

  @TestFactory
  Stream<DynamicTest> an_operation_asked_with_its_examples_answers_what_it_says() {
    return operations()
        .filter(operation -> operation.method().equals("get"))
        .filter(operation -> !operation.path().equals("/data")) // only with --update
        .map(operation -> DynamicTest.dynamicTest(operation.path(), () -> checkAnswers(operation)));
  }

  private static void checkAnswers(Operation operation) {
    String address = example(operation);
    JsonObject responses = operation.json().getObj("responses");
    if (!responses.hasKey("200")) {
      assertThat(asking.get(address).statusCode()).as(address).isEqualTo(303);
      return;
    }
    JsonObject content = responses.getObj("200").getObj("content");
    boolean saved = operation.path().startsWith("/q/") && operation.path().length() > 3;
    boolean negotiated = content.keys().size() > 1 && !operation.path().contains(".{");
    for (String type : content.keys()) {
      if (operation.path().equals("/sparql") && !type.contains("sparql-results")) {
        continue; // the example asks for rows
      }
      if (saved && !type.equals("application/json") && content.hasKey("application/json")) {
        continue; // all formats of one query are asked elsewhere
      }
      HttpResponse<String> response =
          negotiated ? asking.get(address, "Accept", type) : asking.get(address);
      assertThat(response.statusCode()).as(address + " " + type).isEqualTo(200);
      if (negotiated) {
        assertThat(Asking.type(response)).as(address).startsWith(type);
      }
      if (Asking.type(response).contains("json") && type.contains("json")) {
        String pointer =
            "/paths/"
                + operation.path().replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
                + "/get/responses/200/content/"
                + type.replace("/", "~1").replace("+", "%2B")
                + "/schema";
        Schema schema = schemas.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer));
        assertThat(schema.validate(response.body(), InputFormat.JSON)).as(address).isEmpty();
      }
    }
  }

  @Test
  void a_query_by_post_answers_as_by_get() {
    JsonObject body =
        document.getObj("paths").getObj("/sparql").getObj("post").getObj("requestBody");
    String query = body.getObj("content").getObj("application/sparql-query").getString("example");
    HttpResponse<String> response =
        asking.send("POST", "/sparql", query, "Content-Type", "application/sparql-query");

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void refusals_are_as_described() {
    Schema problem =
        schemas.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/Problem"));

    for (String path :
        List.of("/q/none", "/q/evidence-by-study", "/q/sources?x=1", "/why", "/whatif?without=x")) {
      HttpResponse<String> response = asking.get(path);
      assertThat(response.statusCode()).as(path).isBetween(400, 499);
      assertThat(problem.validate(response.body(), InputFormat.JSON)).as(path).isEmpty();
    }
    assertThat(problem.validate("{\"status\": 200}", InputFormat.JSON)).isNotEmpty();
  }

  private static String example(Operation operation) {
    String address = operation.path();
    for (JsonObject parameter : parameters(operation, "path")) {
      address =
          address.replace("{" + parameter.getString("name") + "}", parameter.getString("example"));
    }
    List<String> pairs = new ArrayList<>();
    for (JsonObject parameter : parameters(operation, "query")) {
      if (parameter.hasKey("example")) {
        JsonValue example = parameter.get("example");
        JsonValue one = example.isArray() ? example.getAsArray().get(0) : example;
        String value = one.isString() ? one.getAsString().value() : one.toString();
        pairs.add(parameter.getString("name") + "=" + Asking.encode(value));
      }
    }
    return pairs.isEmpty() ? address : address + "?" + String.join("&", pairs);
  }

  private static List<JsonObject> parameters(Operation operation, String in) {
    List<JsonObject> parameters = new ArrayList<>();
    if (operation.json().hasKey("parameters")) {
      for (JsonValue value : operation.json().get("parameters").getAsArray()) {
        JsonObject parameter = value.getAsObject();
        if (parameter.hasKey("$ref")) {
          String name = parameter.getString("$ref").replaceFirst(".*/", "");
          parameter = document.getObj("components").getObj("parameters").getObj(name);
        }
        if (parameter.getString("in").equals(in)) {
          parameters.add(parameter);
        }
      }
    }
    return parameters;
  }

  private static Stream<Operation> operations() {
    JsonObject paths = document.getObj("paths");
    return paths.keys().stream()
        .flatMap(
            path ->
                paths.getObj(path).keys().stream()
                    .map(method -> new Operation(path, method, paths.getObj(path).getObj(method))));
  }

  private record Operation(String path, String method, JsonObject json) {}
}
