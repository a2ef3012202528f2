package org.mesagraph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.MesagraphException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenTest {

  private static final String TEXT = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void a_token_comes_from_a_file_or_the_environment() throws IOException {
    Token fromFile = Token.find(Optional.of(file(TEXT + "\n", "rw-r-----")), Map.of());
    Token fromOutside = Token.find(Optional.empty(), Map.of("MESAGRAPH_TOKEN", TEXT));

    assertThat(fromFile.is(TEXT)).isTrue();
    assertThat(fromOutside.is(TEXT)).isTrue();
    assertThat(fromFile.is(TEXT + "0")).isFalse();
    assertThat(fromFile.is("")).isFalse();
    assertThat(fromFile.bearer()).isEqualTo(fromOutside.bearer()).doesNotContain(TEXT);
  }

  @Test
  void a_token_that_others_may_know_or_guess_is_refused() throws IOException {
    assertRefused(Optional.empty(), "", "--update needs a token");
    assertRefused(Optional.empty(), "short", "at least 32");
    assertRefused(Optional.empty(), "é".repeat(40), "at least 32");
    assertRefused(Optional.of(file(TEXT, "rw-r--r--")), TEXT, "chmod 600");
    assertRefused(Optional.of(file("", "rw-------")), TEXT, "at least 32");
    assertRefused(Optional.of(folder.resolve("none")), TEXT, "none");
  }

  private static void assertRefused(Optional<Path> file, String variable, String said) {
    assertThatThrownBy(() -> Token.find(file, Map.of("MESAGRAPH_TOKEN", variable)))
        .isInstanceOf(MesagraphException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain(TEXT, "short");
  }
}
