package org.mesagraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;

/** What a source says stands in one file, which is named after the source and holds no other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceFilesTest {

  private static final Pattern GRAPH = Pattern.compile(KnowledgeBase.GRAPH + "(s\\d+)");
  private static final Pattern FILE = Pattern.compile("data/(s\\d+)-[a-z-]+\\.trig");

  private static final List<Statement> STATEMENTS =
      KnowledgeBase.load(OntologyFiles.HOME).statements();

  @Test
  void the_graph_of_a_source_stands_in_its_file_alone() {
    assertThat(STATEMENTS.stream().filter(statement -> source(statement) != null))
        .hasSizeGreaterThan(1000)
        .allMatch(statement -> source(statement).equals(file(statement.place())));
  }

  @Test
  void the_file_of_a_source_holds_its_graph_and_what_the_source_is() {
    assertThat(STATEMENTS.stream().filter(statement -> file(statement.place()) != null))
        .hasSizeGreaterThan(1000)
        .allMatch(
            statement ->
                file(statement.place()).equals(source(statement))
                    || statement.graph().hasURI(KnowledgeBase.GRAPH + "meta"));
  }

  /** The source whose graph holds a statement; null if it is none of a source. */
  private static String source(Statement statement) {
    Matcher matcher = GRAPH.matcher(statement.graph().getURI());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The source after which a file is named; null if it is none of a source. */
  private static String file(Place place) {
    Matcher matcher = FILE.matcher(place.file());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
