package org.mesagraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The page on security tells the numbers of the lists that are tried in every build. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecurityPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|[^|]*`(\\w+\\.yaml)`[^|]*\\| (\\d+) \\| (\\d+) \\| 0 \\|$");
  private static final Path ROOT = Path.of(System.getProperty("mesagraph.home", "."));

  @Test
  void it_counts_every_list() throws IOException {
    Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/security.md")));
    int rows = 0;
    while (row.find()) {
      rows++;
      List<Attack> attacks = AttackFile.read(row.group(1));
      assertThat(attacks).as(row.group()).hasSize(Integer.parseInt(row.group(2)));
      assertThat(attacks.stream().filter(attack -> attack.unproved().isEmpty()))
          .as(row.group())
          .hasSize(Integer.parseInt(row.group(3)));
    }
    try (Stream<Path> lists = Files.list(ROOT.resolve("src/test/resources/attack"))) {
      assertThat(lists).hasSize(rows);
    }
  }
}
