package org.mesagraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how the launcher builds, seen with a Maven that only pretends to. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LauncherBuildIT {

  private MiniProject mini;

  @BeforeEach
  void make_a_project(@TempDir Path folder) throws Exception {
    mini = MiniProject.in(folder);
  }

  @Test
  void builds_when_the_jar_is_missing() throws Exception {
    CommandRun run = mini.run("stats", "--void");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("java ").endsWith(" stats --void").hasLineCount(1);
    assertThat(run.err())
        .contains(
            "mesagraph: building (first use",
            "compiler:compile (1 artifacts downloaded)",
            "mesagraph: built in");
    Path project = mini.folder().resolve("project");
    Path jdk = mini.folder().resolve("jdk");
    assertThat(mini.builds()).containsExactly(project + ": " + jdk + ": mvn -B -Pquick package");
    assertThat(project.resolve("target/build.log")).content().contains("compiler-plugin");
  }

  @Test
  void does_not_build_what_is_fresh() throws Exception {
    mini.run("version");
    CommandRun run = mini.run("version");

    assertThat(run.err()).isEmpty();
    assertThat(mini.builds()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", ".mvn/maven.config", "src/main/java/Some.java", "src/main/java"})
  void builds_when_a_source_is_newer(String source) throws Exception {
    mini.age();
    mini.run("version");
    mini.touch("project/" + source);

    assertThat(mini.run("version").err()).contains("building (the sources have changed)");
    assertThat(mini.builds()).hasSize(2);
  }

  @Test
  void builds_when_a_source_was_deleted() throws Exception {
    mini.age();
    mini.run("version");
    mini.delete("project/src/main/java/Some.java");
    mini.run("version");

    assertThat(mini.builds()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/test/java/SomeTest.java", "ontology/core.ttl", "mesagraph"})
  void does_not_build_for_what_the_jar_does_not_hold(String file) throws Exception {
    mini.age();
    mini.run("version");
    mini.touch("project/" + file);
    mini.run("version");

    assertThat(mini.builds()).hasSize(1);
  }

  @ParameterizedTest(name = "with flock: {0}")
  @ValueSource(booleans = {true, false})
  void builds_once_when_two_start_together(boolean flock) throws Exception {
    if (flock) {
      MiniProject.tools(mini.folder().resolve("bin"), List.of("flock"));
      Assumptions.assumeTrue(mini.has("bin/flock"), "this machine has no flock");
    }
    mini.write("home/hold", "");
    CommandRun one;
    CommandRun other;
    CommandRun.Running first = mini.start(mini.environment(), "", "stats");
    try {
      first.awaitTalk("building (first use");
      CommandRun.Running second = mini.start(mini.environment(), "", "stats");
      try {
        second.awaitTalk("another mesagraph is building");
        mini.delete("home/hold");
      } finally {
        other = second.end();
      }
    } finally {
      one = first.end();
    }

    assertThat(List.of(one.exit(), other.exit())).containsOnly(0);
    assertThat(mini.builds()).hasSize(1);
    assertThat(one.out()).isEqualTo(other.out()).startsWith("java ");
    assertThat(mini.has("project/target/build.lock.owner")).isFalse();
  }

  @Test
  void takes_over_the_lock_of_a_dead_launcher() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path target = Files.createDirectories(mini.folder().resolve("project/target"));
    Files.createSymbolicLink(target.resolve("build.lock.owner"), Path.of("" + dead.pid()));

    assertThat(mini.run("version").exit()).isZero();
    assertThat(mini.builds()).hasSize(1);
  }

  @Test
  void leaves_the_input_to_the_program() throws Exception {
    CommandRun run = mini.start(mini.environment(), "some input", "query", "-").end();

    assertThat(run.out()).startsWith("java ").endsWith("some input");
    assertThat(mini.builds()).hasSize(1);
  }

  @Test
  void shows_the_log_of_a_failed_build_and_tries_again() throws Exception {
    mini.write("home/broken", "");
    CommandRun failed = mini.run("version");

    assertThat(failed.exit()).isEqualTo(70);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("[ERROR] it broke", "project/target/build.log");

    mini.delete("home/broken");
    assertThat(mini.run("version").exit()).isZero();
    assertThat(mini.builds()).hasSize(2);
  }

  @Test
  void does_not_trust_the_jar_of_a_build_that_was_cut_off() throws Exception {
    mini.run("version");
    mini.write("project/target/build.unfinished", "");
    mini.run("version");

    assertThat(mini.builds()).hasSize(2);
    assertThat(mini.has("project/target/build.unfinished")).isFalse();
  }

  @Test
  void ends_maven_when_it_is_ended() throws Exception {
    mini.write("home/hold", "");
    CommandRun run;
    CommandRun.Running running = mini.start(mini.environment(), "", "version");
    try {
      running.awaitTalk("compiler:compile");
    } finally {
      running.process().destroy();
      run = running.end();
    }

    assertThat(run.exit()).isEqualTo(143);
    assertThat(mini.has("project/target/mesagraph.jar")).isFalse();
    assertThat(mini.has("project/target/build.lock.owner")).isFalse();
  }

  @Test
  void says_what_to_install_when_maven_is_missing() throws Exception {
    mini.delete("bin/mvn");
    CommandRun run = mini.run("version");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Maven is missing", "install Maven");
  }

  @Test
  void needs_a_compiler_only_to_build() throws Exception {
    mini.delete("jdk/bin/javac");
    CommandRun run = mini.run("version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("without a compiler");

    mini.write("project/target/mesagraph.jar", "");
    assertThat(mini.run("version").exit()).isZero();
    assertThat(mini.builds()).isEmpty();
  }

  @Test
  void passes_over_a_java_that_is_too_old_for_the_oldest_that_will_do() throws Exception {
    mini.jdk("jdk", "11.0.2");
    mini.jdk("usual/a", "25");
    mini.jdk("usual/b", "17.0.9");
    mini.jdk("usual/c", "1.8.0_202");
    Map<String, String> environment = mini.environment();
    assertThat(mini.run(environment, "version").err()).contains("jdk is older than Java 17");

    environment.put("MESAGRAPH_JAVA_DIRS", mini.folder().resolve("usual").toString());
    assertThat(mini.run(environment, "version").exit()).isZero();
    assertThat(mini.builds()).hasSize(1).first().asString().contains("usual/b: mvn");
  }

  @Test
  void starts_quickly_unless_it_serves() throws Exception {
    Map<String, String> environment = mini.environment();
    environment.put("MESAGRAPH_JAVA_OPTS", "-Xmx1g -Done=*");

    assertThat(mini.run(environment, "-v", "query", "serve").out())
        .contains("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -Done=* -jar")
        .contains("-Dmesagraph.home=" + mini.folder().resolve("project") + " ");
    assertThat(mini.run(environment, "-v", "serve", "--port", "0").out())
        .doesNotContain("Tiered", "SerialGC")
        .contains("-Xss1m -XX:+ExitOnOutOfMemoryError -XX:MaxDirectMemorySize=256m -Xmx1g");
  }

  @Test
  void prepares_a_quicker_start_once_for_each_build() throws Exception {
    mini.write("home/archives", "");
    mini.age();
    CommandRun first = mini.run("query", "list");
    CommandRun second = mini.run("serve");
    mini.touch("project/target/mesagraph.jar");
    CommandRun third = mini.run("version");

    String archive = mini.folder().resolve("project/target/mesagraph.jsa").toString();
    assertThat(first.err()).contains("preparing a quicker start");
    assertThat(first.out()).contains("java -XX:SharedArchiveFile=" + archive + " -Xlog:disable ");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-XX:SharedArchiveFile=" + archive);
    assertThat(third.err()).isEmpty();
    assertThat(mini.rehearsals()).hasSize(2).allMatch(line -> line.endsWith(" rehearse"));
  }

  @Test
  void goes_without_a_quicker_start_where_it_cannot_be_prepared() throws Exception {
    CommandRun first = mini.run("version");
    CommandRun second = mini.run("version");

    assertThat(List.of(first.exit(), second.exit())).containsOnly(0);
    assertThat(first.out() + second.out()).doesNotContain("SharedArchiveFile");
    assertThat(second.err()).isEmpty();
    assertThat(mini.rehearsals()).hasSize(1);
  }
}
