package org.mesagraph.durability;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.durability.Ledger.Fate;
import org.mesagraph.store.DatasetProbe;

/** Compares what is there with what was asked for and answered; tells everything that is wrong. */
final class Inspector {

  private static final String INFERRED = KnowledgeBase.GRAPH + "inferred";
  private static final String NUMBER = "https://w3id.org/mesagraph/ontology/hasNumber";

  private final Ledger ledger;
  private final int writers;

  Inspector(Ledger ledger, int writers) {
    this.ledger = ledger;
    this.writers = writers;
  }

  /** Looks at a folder of TDB2 that nobody has open. */
  List<String> disk(Path folder, KnowledgeBase files) {
    DatasetProbe found = DatasetProbe.of(folder);
    List<String> wrong = new ArrayList<>(found.faults());
    Set<Triple> stated =
        found.stated().stream()
            .filter(quad -> quad.getGraph().getURI().equals(WritingClient.GRAPH))
            .map(quad -> quad.asTriple())
            .collect(Collectors.toSet());
    wrong.addAll(compare(stated));
    if (!found.inferred().equals(found.due(files))) {
      wrong.add("what is held to follow is not what follows");
    }
    return wrong;
  }

  /** Looks at a running server; what was unknown is known afterwards. */
  List<String> http(URI server) throws IOException, InterruptedException {
    Set<Triple> stated = graph(server, WritingClient.GRAPH);
    Set<Triple> inferred = graph(server, INFERRED);
    List<String> wrong = new ArrayList<>(compare(stated));
    for (Triple triple : stated) {
      String study = local(triple.getSubject().toString());
      if (!Write.author(triple).isEmpty()
          && !(inferred.contains(DatasetProbe.triple(study + " hasEvidenceFor b"))
              && inferred.contains(DatasetProbe.triple(study + " hasEvidenceFor c")))) {
        wrong.add("what follows from a triple is missing: " + triple);
      }
    }
    for (Triple triple : inferred) {
      if (!Write.author(triple).isEmpty()
          && !stated.contains(
              DatasetProbe.triple(local(triple.getSubject().toString()) + " supports b"))) {
        wrong.add("what a triple follows from is missing: " + triple);
      }
    }
    settle(stated);
    return wrong;
  }

  private List<String> compare(Set<Triple> stated) {
    List<String> wrong = new ArrayList<>();
    Map<String, Set<Triple>> found = byWrite(stated);
    for (Map.Entry<Write, Fate> entry : ledger.fates().entrySet()) {
      Write write = entry.getKey();
      Set<Triple> there = found.getOrDefault(write.id(), Set.of());
      Set<Triple> whole = Set.copyOf(write.triples());
      boolean right =
          switch (entry.getValue()) {
            case MADE -> write.kind().isSound() && there.equals(whole);
            case REFUSED -> there.isEmpty();
            case UNKNOWN -> there.isEmpty() || write.kind().isSound() && there.equals(whole);
          };
      if (!right) {
        wrong.add(entry + ": " + there.size() + " of " + whole.size() + " triples are there");
      }
      found.remove(write.id());
    }
    found.keySet().forEach(id -> wrong.add("nobody ever sent " + id));
    for (int writer = 0; writer < writers; writer++) {
      Set<Integer> numbers = numbers(stated, writer);
      if (!allowed(writer).contains(numbers)) {
        wrong.add("the number of writer " + writer + " is " + numbers + ", not " + allowed(writer));
      }
    }
    return wrong;
  }

  /** What the number of a writer may be: the last that was answered, or one after it. */
  private Set<Set<Integer>> allowed(int writer) {
    Set<Set<Integer>> allowed = new HashSet<>(Set.of(Set.of()));
    Map<Write, Fate> fates = ledger.fates();
    for (Write write : ledger.by(writer, Write.Kind.COUNTER)) {
      if (fates.get(write) == Fate.MADE) {
        allowed.clear();
      }
      if (fates.get(write) != Fate.REFUSED) {
        allowed.add(Set.of(write.number()));
      }
    }
    return allowed;
  }

  private static Set<Integer> numbers(Set<Triple> stated, int writer) {
    return stated.stream()
        .filter(triple -> triple.getPredicate().getURI().equals(NUMBER))
        .filter(triple -> local(triple.getSubject().getURI()).equals("w" + writer))
        .map(triple -> Integer.valueOf(triple.getObject().getLiteralLexicalForm()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void settle(Set<Triple> stated) {
    Map<String, Set<Triple>> found = byWrite(stated);
    ledger
        .fates()
        .forEach(
            (write, fate) -> {
              if (fate == Fate.UNKNOWN) {
                ledger.settle(
                    write,
                    write.kind() == Write.Kind.COUNTER
                        ? numbers(stated, write.writer()).contains(write.number())
                        : found.containsKey(write.id()));
              }
            });
  }

  private static Map<String, Set<Triple>> byWrite(Set<Triple> stated) {
    Map<String, Set<Triple>> found = new HashMap<>();
    for (Triple triple : stated) {
      String author = Write.author(triple);
      if (!author.isEmpty()) {
        found.computeIfAbsent(author, id -> new HashSet<>()).add(triple);
      }
    }
    return found;
  }

  private static Set<Triple> graph(URI server, String name)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.resolve("/data?graph=" + WritingClient.encoded(name)))
                    .header("Accept", "application/n-triples")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
    }
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(answer.body())).lang(Lang.NTRIPLES).parse(graph);
    return graph.stream().collect(Collectors.toSet());
  }

  private static String local(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
