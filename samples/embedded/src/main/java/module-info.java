/** An application that serves a compiled-in model; it names no training library. */
module io.github.gradsmith.sample.embedded {
  requires io.github.gradsmith;
  requires jdk.httpserver;
  requires jdk.management;
}
