package org.mesagraph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.vocab.PlantedViolation;

/** The floors of the architecture, and the rules of shape that a machine can hold. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FloorsTest {

  private static final String ROOT = "org.mesagraph";
  private static final int LONGEST_FILE = 400;

  /** Each room with the rooms that it may use; rooms on one floor are strangers. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("vocab", Set.of()),
              Map.entry("base", Set.of("vocab")),
              Map.entry("rule", Set.of("vocab", "base")),
              Map.entry("shape", Set.of("vocab", "base")),
              Map.entry("query", Set.of("vocab", "base")),
              Map.entry("exchange", Set.of("vocab", "base")),
              Map.entry("http", Set.of("vocab", "base")),
              Map.entry("observe", Set.of("vocab", "base", "http")),
              Map.entry("guard", Set.of("vocab", "base")),
              Map.entry("reason", Set.of("vocab", "base", "rule")),
              Map.entry("explain", Set.of("vocab", "base", "rule", "reason")),
              Map.entry("store", Set.of("vocab", "base", "rule", "reason")),
              Map.entry("describe", Set.of("vocab", "base", "rule", "reason", "query", "store")),
              Map.entry(
                  "write",
                  Set.of(
                      "vocab", "base", "rule", "reason", "shape", "query", "explain", "store",
                      "guard")),
              Map.entry(
                  "server",
                  Set.of(
                      "vocab",
                      "base",
                      "rule",
                      "reason",
                      "shape",
                      "query",
                      "explain",
                      "store",
                      "describe",
                      "write",
                      "guard",
                      "http",
                      "observe")),
              Map.entry(
                  "cli",
                  Set.of(
                      "vocab",
                      "base",
                      "rule",
                      "reason",
                      "shape",
                      "query",
                      "exchange",
                      "explain",
                      "store",
                      "describe",
                      "guard",
                      "write",
                      "http",
                      "observe",
                      "server"))));

  /** Each library that has a home, with the rooms that may see it. */
  private static final Map<String, Set<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("picocli..", Set.of("cli")),
              Map.entry("com.google.gson..", Set.of("describe")),
              Map.entry("com.google.re2j..", Set.of("guard")),
              Map.entry("jakarta.servlet..", Set.of("http", "server")),
              Map.entry("org.apache.jena.fuseki..", Set.of("server")),
              Map.entry("org.eclipse.jetty..", Set.of("http", "server")),
              Map.entry("gg.jte..", Set.of("server")),
              Map.entry("com.apicatalog..", Set.of("write")),
              Map.entry("org.apache.jena.shacl..", Set.of("shape")),
              Map.entry("org.apache.jena.tdb2..", Set.of("store")),
              Map.entry("org.eclipse.rdf4j..", Set.of("base", "exchange")),
              Map.entry("org.snakeyaml..", Set.of("query")),
              Map.entry("ch.qos.logback..", Set.of("observe")),
              Map.entry("com.sun.net.httpserver..", Set.of("observe")),
              Map.entry("io.micrometer..", Set.of("observe"))));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final Path SOURCES =
      Path.of(System.getProperty("mesagraph.home", "."), "src/main/java");

  @TestFactory
  Stream<DynamicTest> a_room_uses_only_the_rooms_below_it() {
    return MAY_USE.keySet().stream()
        .map(room -> DynamicTest.dynamicTest(room, () -> floor(room).check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> a_library_lives_on_its_floor() {
    return MAY_SEE.keySet().stream()
        .map(library -> DynamicTest.dynamicTest(library, () -> home(library).check(OURS)));
  }

  @Test
  void a_planted_violation_is_reported() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);

    assertThat(reports(floor("vocab"), planted)).contains("PlantedViolation", "base.Place");
    assertThat(reports(home("picocli.."), planted)).contains("PlantedViolation", "picocli");
    assertThat(reports(floor("base"), planted)).isEmpty();
    assertThat(reports(home("gg.jte.."), planted)).isEmpty();
  }

  @Test
  void every_class_is_in_a_room_of_the_table() {
    assertThat(OURS).isNotEmpty();
    assertThat(OURS.stream().map(FloorsTest::room).collect(toSet())).isSubsetOf(MAY_USE.keySet());
    assertThat(MAY_USE.keySet()).containsAll(mentioned(MAY_USE)).containsAll(mentioned(MAY_SEE));
  }

  @Test
  void every_class_that_can_be_final_is() {
    assertThat(OURS.stream().filter(FloorsTest::isOpen).map(JavaClass::getName)).isEmpty();
  }

  @Test
  void no_static_field_can_change() {
    assertThat(
            OURS.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(FloorsTest::isMutableStatic)
                .map(JavaField::getFullName))
        .isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(
            sources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
        .isEmpty();
  }

  @Test
  void no_file_is_too_long() {
    assertThat(sources()).isNotEmpty();
    assertThat(sources().stream().filter(file -> lines(file) > LONGEST_FILE)).isEmpty();
  }

  private static ArchRule floor(String room) {
    String[] forbidden =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other))
            .map(FloorsTest::packages)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packages(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true);
  }

  private static ArchRule home(String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            MAY_SEE.get(library).stream().map(FloorsTest::packages).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  private static String reports(ArchRule rule, JavaClasses classes) {
    return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
  }

  private static String packages(String room) {
    return ROOT + "." + room + "..";
  }

  private static String room(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length());
    return inside.isEmpty() ? "(root)" : inside.substring(1).split("\\.")[0];
  }

  private static Set<String> mentioned(Map<String, Set<String>> table) {
    return table.values().stream().flatMap(Set::stream).collect(toSet());
  }

  /** Open for inheritance without need: records and sealed parents are closed by themselves. */
  private static boolean isOpen(JavaClass type) {
    boolean closed =
        type.isInterface()
            || type.isEnum()
            || type.isAnonymousClass()
            || type.getModifiers().contains(JavaModifier.FINAL)
            || type.getModifiers().contains(JavaModifier.SYNTHETIC);
    boolean parentOfExceptions =
        type.isAssignableTo(Throwable.class) && !type.getSubclasses().isEmpty();
    return !closed && !parentOfExceptions;
  }

  private static boolean isMutableStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.FINAL)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().collect(toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
