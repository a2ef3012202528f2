package org.mesagraph.attack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Classes on the class path of a target that leave a file when they are initialised. A class is
 * initialised once in the life of a process, so every attack gets one of its own: a copy of {@link
 * Tripwire000} under another number.
 */
final class Tripwires {

  private static final int NUMBER = 200;
  private static final String FIRST = Tripwire000.class.getName();

  private final Path folder;
  private final AtomicInteger used = new AtomicInteger();

  private Tripwires(Path folder) {
    this.folder = folder;
  }

  static Tripwires in(Path folder) throws IOException {
    byte[] template;
    try (InputStream in = Tripwires.class.getResourceAsStream("Tripwire000.class")) {
      template = in.readAllBytes();
    }
    String text = new String(template, StandardCharsets.ISO_8859_1);
    Path classes = folder.resolve("classes/" + FIRST.replace('.', '/')).getParent();
    Files.createDirectories(classes);
    for (int number = 1; number < NUMBER; number++) {
      String name = "Tripwire%03d".formatted(number);
      byte[] copy = text.replace("Tripwire000", name).getBytes(StandardCharsets.ISO_8859_1);
      Files.write(classes.resolve(name + ".class"), copy);
    }
    return new Tripwires(folder);
  }

  /** What a virtual machine is started with to have these classes. */
  List<String> options() {
    return List.of(
        "-D" + Tripwire000.FOLDER + "=" + folder,
        "-cp",
        folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"));
  }

  /** The full name of a class that is not initialised yet. */
  String next() {
    int number = used.incrementAndGet();
    if (number >= NUMBER) {
      throw new IllegalStateException("no more than " + NUMBER + " tripwires");
    }
    return FIRST.replace("000", "%03d".formatted(number));
  }

  /** Whether a class was initialised. */
  boolean isTripped(String name) {
    return Files.exists(folder.resolve(name.substring(name.lastIndexOf('.') + 1)));
  }

  /** A file that no request may read; its only triple is about {@code urn:x:secret}. */
  Path secret() {
    Path file = folder.resolve("secret.nt");
    try {
      return Files.writeString(file, "<urn:x:secret> <urn:x:is> \"known\" .\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
