package org.mesagraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.query.CaseResult;
import org.mesagraph.query.MarkdownTable;
import org.mesagraph.query.Question;
import org.mesagraph.query.QuestionResult;

/** Which saved queries answer which question, and whether they do. */
record QuestionReport(List<QuestionResult> results) {

  QuestionReport {
    results = List.copyOf(results);
  }

  String write(ReportFormat format) {
    return switch (format) {
      case TEXT -> text();
      case MARKDOWN -> markdown();
      case JSON -> json() + "\n";
    };
  }

  long passed() {
    return parts().filter(CaseResult::passed).count();
  }

  long failed() {
    return parts().filter(result -> !result.passed()).count();
  }

  private Stream<CaseResult> parts() {
    return results.stream().flatMap(result -> result.parts().stream());
  }

  private String summary() {
    long answers = passed() + failed();
    return results.size()
        + (" questions, " + answers + " answers, ")
        + (passed() + " passed, " + failed() + " failed");
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (QuestionResult result : results) {
      Question question = result.question();
      text.append(question.id()).append("  ").append(question.asks()).append('\n');
      for (int i = 0; i < result.parts().size(); i++) {
        CaseResult part = result.parts().get(i);
        text.append(part.passed() ? "  ok      " : "  FAILED  ")
            .append(question.answers().get(i).call())
            .append('\n');
        part.failure().ifPresent(why -> why.lines().forEach(line -> indent(text, line)));
      }
      question.remark().ifPresent(remark -> indent(text, "remark: " + remark));
    }
    return text.append(summary()).append('\n').toString();
  }

  private static void indent(StringBuilder text, String line) {
    text.append("          ").append(line).append('\n');
  }

  private String markdown() {
    List<List<String>> rows = new ArrayList<>();
    for (QuestionResult result : results) {
      Question question = result.question();
      for (int i = 0; i < result.parts().size(); i++) {
        String outcome = result.parts().get(i).failure().map(why -> "FAILED: " + why).orElse("ok");
        rows.add(
            List.of(
                i == 0 ? question.id() : "",
                i == 0 ? question.asks() : "",
                "`" + question.answers().get(i).call() + "`",
                outcome));
      }
    }
    List<String> heads = List.of("id", "question", "query", "result");
    return MarkdownTable.of(heads, rows) + "\n" + summary() + ".\n";
  }

  private JsonObject json() {
    JsonArray questions = new JsonArray();
    for (QuestionResult result : results) {
      Question question = result.question();
      JsonArray answers = new JsonArray();
      for (int i = 0; i < result.parts().size(); i++) {
        answers.add(answer(question.answers().get(i), result.parts().get(i)));
      }
      JsonObject json = new JsonObject();
      json.put("id", question.id());
      json.put("asks", question.asks());
      json.put("passed", result.passed());
      json.put("answers", answers);
      question.remark().ifPresent(remark -> json.put("remark", remark));
      questions.add(json);
    }
    JsonObject json = new JsonObject();
    json.put("questions", questions);
    json.put("passed", passed());
    json.put("failed", failed());
    return json;
  }

  private static JsonObject answer(Question.Part part, CaseResult result) {
    JsonObject params = new JsonObject();
    for (Map.Entry<String, List<String>> given : part.test().params().entrySet()) {
      JsonArray values = new JsonArray();
      given.getValue().forEach(values::add);
      params.put(given.getKey(), values);
    }
    JsonObject json = new JsonObject();
    json.put("query", part.query().name());
    json.put("params", params);
    json.put("passed", result.passed());
    result.failure().ifPresent(why -> json.put("failure", why));
    return json;
  }
}
