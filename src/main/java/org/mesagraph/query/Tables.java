package org.mesagraph.query;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSetStream;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/** Answers in the formats of the W3C for SPARQL results, which Jena writes. */
final class Tables {

  private Tables() {}

  static void write(Answer answer, Lang format, OutputStream out) {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(format).create(format);
    if (answer.ask().isPresent()) {
      writer.write(out, answer.ask().get(), ARQ.getContext());
      return;
    }
    refuseGraph(answer);
    List<Var> variables = answer.variables().stream().map(Var::alloc).toList();
    List<Binding> rows = answer.rows().stream().map(Tables::binding).toList();
    List<Binding> told = format.equals(ResultSetLang.RS_CSV) ? CsvRows.of(rows) : rows;
    writer.write(out, RowSetStream.create(variables, told.iterator()), ARQ.getContext());
  }

  /** A graph has no rows. */
  static void refuseGraph(Answer answer) {
    if (answer.graph().isPresent()) {
      throw new MesagraphException(
          Kind.USAGE, "“" + answer.query().name() + "” answers with a graph – ask for Turtle");
    }
  }

  private static Binding binding(Map<String, Node> row) {
    BindingBuilder builder = Binding.builder();
    row.forEach((name, value) -> builder.add(Var.alloc(name), value));
    return builder.build();
  }
}
