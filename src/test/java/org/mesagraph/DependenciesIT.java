package org.mesagraph;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The libraries of the packaged program beside the page that explains them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DependenciesIT {

  private static final Path JAR = RealProject.root().resolve("target/mesagraph.jar");
  private static final Path BILL = RealProject.root().resolve("target/bom.json");
  private static final Path PAGE = RealProject.root().resolve("docs/dependencies.md");
  private static final Pattern FILE = Pattern.compile("lib/(.+?)-([0-9].*)\\.jar");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** A library on the class path. */
  private record Library(String name, String version) {}

  /** A row of the page: names with {@code *} for any ending, and the least version, if any. */
  private record Row(List<String> names, Optional<String> least) {
    boolean covers(Library library) {
      return names.stream()
          .anyMatch(
              name ->
                  name.endsWith("*")
                      ? library.name().startsWith(name.substring(0, name.length() - 1))
                      : library.name().equals(name));
    }

    boolean allows(Library library) {
      return least.isEmpty()
          || Version.parse(library.version()).compareTo(Version.parse(least.get())) >= 0;
    }
  }

  @Test
  void every_library_has_one_row_and_is_no_older_than_it_says() throws IOException {
    List<Row> rows = rows("# What the program is made of");

    assertThat(libraries())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            library ->
                assertThat(rows)
                    .as("row of docs/dependencies.md for %s", library)
                    .filteredOn(row -> row.covers(library))
                    .singleElement()
                    .matches(row -> row.allows(library), "is not above " + library));
  }

  @Test
  void no_row_is_left_over() throws IOException {
    List<Library> libraries = libraries();
    for (Row row : rows("# What the program is made of")) {
      for (String name : row.names()) {
        Row alone = new Row(List.of(name), Optional.empty());
        assertThat(libraries).as(name).anyMatch(alone::covers);
      }
    }
  }

  @Test
  void what_was_left_out_has_not_come_back() throws IOException {
    List<Row> rows = rows("## Left out");

    assertThat(rows).isNotEmpty();
    assertThat(libraries())
        .noneMatch(library -> rows.stream().anyMatch(row -> row.covers(library)));
  }

  @Test
  void the_bill_of_materials_lists_what_is_on_the_class_path() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(BILL)
            && Files.getLastModifiedTime(BILL).compareTo(Files.getLastModifiedTime(JAR)) >= 0,
        "offline, Maven writes no bill of materials");
    JsonObject bill = JSON.parse(Files.readString(BILL));
    TreeSet<String> listed =
        bill.getArray("components")
            .map(component -> component.getAsObject())
            .map(component -> component.getString("name") + " " + component.getString("version"))
            .collect(toCollection(TreeSet::new));

    assertThat(listed)
        .isEqualTo(
            libraries().stream()
                .map(library -> library.name() + " " + library.version())
                .collect(toCollection(TreeSet::new)));
    assertThat(bill.getObj("metadata").hasKey("timestamp")).as("differs at each build").isFalse();
  }

  private static List<Library> libraries() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Arrays.stream(path.split(" ")).map(DependenciesIT::library).toList();
    }
  }

  private static Library library(String file) {
    Matcher matcher = FILE.matcher(file);
    assertThat(matcher.matches()).as(file).isTrue();
    return new Library(matcher.group(1), matcher.group(2));
  }

  /** The rows of the table under a heading. */
  private static List<Row> rows(String heading) throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean here = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("#")) {
        here = line.equals(heading);
      } else if (here && line.startsWith("| `")) {
        String[] cells = line.split("\\|");
        rows.add(
            new Row(
                NAME.matcher(cells[1]).results().map(match -> match.group(1)).toList(),
                Optional.of(cells[2].strip()).filter(least -> least.matches("[0-9].*"))));
      }
    }
    return rows;
  }
}
