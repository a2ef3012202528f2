package org.mesagraph.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.RuleText;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.store.KeptSteps.KeptStep;

/**
 * A snapshot as bytes: format and fingerprint, a sum of what comes after, then the terms, what the
 * files state with the place of every statement, and how everything inferred was found.
 *
 * <p>Whoever reads it gets what was written or nothing.
 */
final class SnapshotFile {

  /** The number at the end is raised whenever the form of the file changes. */
  private static final byte[] FORMAT = "mesagraph kept 1\n".getBytes(StandardCharsets.US_ASCII);

  private SnapshotFile() {}

  static byte[] write(Snapshot snapshot, Fingerprint fingerprint) {
    ByteArrayOutputStream terms = new ByteArrayOutputStream();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(content);
        DataOutputStream head = new DataOutputStream(all)) {
      TermWriter writer = new TermWriter();
      KnowledgeBase base = snapshot.base();
      writePrefixes(base, writer, out);
      writeStatements(base, writer, out);
      writer.triples(base.shapes(), out);
      out.writeInt(base.rules().size());
      for (RuleText rule : base.rules()) {
        out.writeInt(writer.text(rule.file()));
        out.writeInt(writer.text(rule.text()));
      }
      writeSteps(KeptSteps.of(snapshot.program(), snapshot.closure()), writer, out);
      writer.write(new DataOutputStream(terms));
      CRC32C sum = new CRC32C();
      sum.update(terms.toByteArray());
      sum.update(content.toByteArray());
      head.write(FORMAT);
      head.write(fingerprint.hex().getBytes(StandardCharsets.US_ASCII));
      head.writeLong(sum.getValue());
      terms.writeTo(head);
      content.writeTo(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private static void writePrefixes(KnowledgeBase base, TermWriter writer, DataOutputStream out)
      throws IOException {
    Map<String, String> prefixes = base.prefixes().namespaces();
    out.writeInt(prefixes.size());
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      out.writeInt(writer.text(prefix.getKey()));
      out.writeInt(writer.text(prefix.getValue()));
    }
  }

  private static void writeStatements(KnowledgeBase base, TermWriter writer, DataOutputStream out)
      throws IOException {
    out.writeInt(base.files());
    out.writeInt(base.statements().size());
    for (Statement statement : base.statements()) {
      out.writeInt(writer.term(statement.graph()));
      writer.triple(statement.triple(), out);
      out.writeInt(writer.text(statement.place().file()));
      out.writeInt(statement.place().line());
    }
  }

  private static void writeSteps(KeptSteps steps, TermWriter writer, DataOutputStream out)
      throws IOException {
    out.writeInt(steps.steps().size());
    for (KeptStep step : steps.steps()) {
      writer.triple(step.conclusion(), out);
      out.writeInt(step.rule());
      writer.triples(step.premises(), out);
      writer.triples(step.absences(), out);
    }
  }

  /**
   * The snapshot in bytes; none if they are of another format or fingerprint, or were damaged.
   *
   * @param reasoner what the closure is handed to, when it is asked for
   */
  static Optional<Snapshot> read(byte[] bytes, Fingerprint fingerprint, Reasoner reasoner) {
    byte[] mark = fingerprint.hex().getBytes(StandardCharsets.US_ASCII);
    int start = FORMAT.length + mark.length + Long.BYTES;
    if (bytes.length < start
        || !Arrays.equals(bytes, 0, FORMAT.length, FORMAT, 0, FORMAT.length)
        || !Arrays.equals(bytes, FORMAT.length, start - Long.BYTES, mark, 0, mark.length)) {
      return Optional.empty();
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes, start, bytes.length - start);
    ByteBuffer in = ByteBuffer.wrap(bytes, start - Long.BYTES, bytes.length - start + Long.BYTES);
    if (in.getLong() != sum.getValue()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(new TermReader(in), in, reasoner));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalStateException("a snapshot that was written wrongly", e);
    }
  }

  private static Snapshot read(TermReader reader, ByteBuffer in, Reasoner reasoner) {
    Map<String, String> prefixes = new TreeMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      prefixes.put(reader.text(), reader.text());
    }
    int files = in.getInt();
    int count = in.getInt();
    List<Statement> statements = new ArrayList<>(count);
    for (int left = count; left > 0; left--) {
      Node graph = reader.term();
      Triple triple = reader.triple();
      statements.add(new Statement(graph, triple, new Place(reader.text(), in.getInt())));
    }
    List<Triple> shapes = reader.triples();
    List<RuleText> rules = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      rules.add(new RuleText(reader.text(), reader.text()));
    }
    List<KeptStep> steps = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      steps.add(new KeptStep(reader.triple(), in.getInt(), reader.triples(), reader.triples()));
    }
    KnowledgeBase base = KnowledgeBase.of(Prefixes.of(prefixes), statements, shapes, rules, files);
    return Snapshot.kept(base, new KeptSteps(steps), reasoner);
  }
}
