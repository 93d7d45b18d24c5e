package io.github.gradsmith.sample.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers over HTTP, on this machine only: {@code POST /digits} with 784 grey bytes says which
 * digit they show, {@code POST /weights} with a safetensors file swaps the weights.
 */
final class DigitServer implements AutoCloseable {
  private static final int PIXELS = 784;

  /** Ten times the weights of this network. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int OK = 200;

  static {
    // Otherwise a part of the answer waits for the client to confirm the part before: 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final LiveNetwork live = new LiveNetwork();
  private final ExecutorService threads;
  private final HttpServer server;

  /** Listens on a port, or on any that is free if it is 0. */
  DigitServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    server.setExecutor(threads);
    server.createContext("/digits", posts(this::digit));
    server.createContext("/weights", posts(this::weights));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void digit(HttpExchange exchange) throws IOException {
    byte[] pixels = exchange.getRequestBody().readNBytes(PIXELS + 1);
    if (pixels.length != PIXELS) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      answer(
          exchange,
          BAD_REQUEST,
          "{\"error\":\"expected 784 bytes, 28 rows of 28 grey values, but found "
              + (pixels.length > PIXELS ? "more" : pixels.length)
              + "\"}");
      return;
    }
    Reader reader = live.reader();
    float[] outputs = reader.read(pixels);
    answer(
        exchange,
        OK,
        "{\"generation\":"
            + reader.generation()
            + ",\"digit\":"
            + Reader.digit(outputs)
            + ",\"outputs\":"
            + Arrays.toString(outputs)
            + "}");
  }

  private void weights(HttpExchange exchange) throws IOException {
    byte[] file = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      // A client that is cut off while it sends would not read the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      answer(
          exchange,
          BAD_REQUEST,
          "{\"error\":\"more than " + MOST_BYTES + " bytes, which no file of this network has\"}");
      return;
    }
    try {
      int generation = live.swap(new ByteArrayInputStream(file));
      answer(exchange, OK, "{\"generation\":" + generation + "}");
    } catch (WeightsException e) {
      answer(exchange, BAD_REQUEST, "{\"error\":\"" + escaped(e.getMessage()) + "\"}");
    }
  }

  private static HttpHandler posts(HttpHandler handler) {
    return exchange -> {
      try (exchange) {
        if (exchange.getRequestMethod().equals("POST")) {
          handler.handle(exchange);
        } else {
          exchange.getResponseHeaders().set("Allow", "POST");
          answer(exchange, METHOD_NOT_ALLOWED, "{\"error\":\"expected POST\"}");
        }
      }
    };
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = (json + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
