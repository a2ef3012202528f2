package org.mesagraph.base;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A failure that the user can mend; a bug is an {@link IllegalStateException} instead. */
public final class MesagraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as a caller has to tell cases apart; fixes the exit code. */
  public enum Kind {
    /** Something was checked and found wanting. */
    CHECK(1),
    /** The request itself is wrong: an unknown name, a bad parameter. */
    USAGE(2),
    /** An input file cannot be read or parsed. */
    INPUT(3),
    /** The network or an endpoint: a port that is taken, a server that is gone. */
    ENDPOINT(4),
    /** A time or size limit was reached. */
    LIMIT(5);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the command line. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final transient List<Problem> problems;

  public MesagraphException(Kind kind, String message) {
    this(kind, message, null);
  }

  public MesagraphException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.problems = List.of();
  }

  /** A failure that consists of problems in files; its message has one line for each. */
  public MesagraphException(Kind kind, List<Problem> problems) {
    super(sorted(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.kind = kind;
    this.problems = sorted(problems);
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparing(Problem::place)).toList();
  }

  public Kind kind() {
    return kind;
  }

  /** The problems in files, in order of place; empty if the failure is of another sort. */
  public List<Problem> problems() {
    return problems;
  }
}
