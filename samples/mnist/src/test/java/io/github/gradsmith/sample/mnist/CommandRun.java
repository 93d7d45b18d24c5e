package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command run in this JVM: its exit code and what it printed. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = Mnist.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
