package io.github.gradsmith.sample.lecture;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command line: the worked example, {@code compare} or {@code derivation}. */
public final class Lecture {
  private static final int USAGE = 2;

  private Lecture() {}

  /** Runs the sample and ends the JVM with its exit code. */
  public static void main(String[] args) {
    // The letters of the lecture are not ASCII, and System.out may be.
    System.exit(run(List.of(args), utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
  }

  /**
   * Runs the sample.
   *
   * @return 0, or 2 when the arguments are not understood
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty()) {
      new WorkedExample(out).print();
      return 0;
    }
    if (arguments.equals(List.of("compare"))) {
      new Comparison(out).print();
      return 0;
    }
    if (arguments.equals(List.of("derivation"))) {
      new Derivation(out).print();
      return 0;
    }
    err.println(
        "lecture: expected no argument, 'compare' or 'derivation', but got '"
            + String.join(" ", arguments)
            + "'");
    return USAGE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
