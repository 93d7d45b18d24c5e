package io.github.gradsmith.sample.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.Progress;
import io.github.gradsmith.training.Report;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Trains on the rows of a CSV file, writes weights and a report, and answers rows over HTTP. */
public final class Tabular {
  static final Fit FIT = Fit.epochs(20).batchSize(16).seed(1).learningRate(0.001);

  /** The port may be given; otherwise a free one is taken. */
  public static void main(String[] arguments) throws IOException {
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    HttpServer server = serve(train(Path.of("")), port);
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/cells");
  }

  /** 30 measures and the class; the first line of the file says what there is. */
  static DoubleRows read() throws IOException {
    var file = Tabular.class.getResourceAsStream("breast_cancer.csv");
    try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(file, UTF_8))) {
      var rows = csv.stream().skip(1).map(line -> numbers(line.getFields())).toList();
      return DoubleRows.of(columns(rows, 0, 30), columns(rows, 30, 31));
    }
  }

  private static double[] numbers(List<String> fields) {
    return fields.stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static double[][] columns(List<double[]> rows, int from, int to) {
    return rows.stream().map(r -> Arrays.copyOfRange(r, from, to)).toArray(double[][]::new);
  }

  static CellNet train(Path folder) throws IOException {
    var rows = read().split(0.2, 7);
    CellNet net = new CellNetImpl(1);
    net.adapt(rows.training().inputs(), 0, rows.training().size());
    Fit fit = FIT.metrics(Metrics.accuracy(), Metrics.rocAuc()).listener(Progress.onTerminal());
    History history = fit.run(net, rows.training(), rows.validation());
    net.save(folder.resolve("cells.safetensors"));
    Report report = Report.of(history).title("Benign or malignant").names("malignant", "benign");
    report = report.fit(fit).training(rows.training()).network(net).validation(rows.validation());
    report.write(folder.resolve("report.html"));
    return net;
  }

  /** The server has one thread, and so the network has one, too. */
  static HttpServer serve(CellNet net, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/cells", exchange -> answer(net, exchange));
    server.start();
    return server;
  }

  private static void answer(CellNet net, HttpExchange exchange) throws IOException {
    try (exchange) {
      String line = new String(exchange.getRequestBody().readNBytes(10_000), UTF_8).strip();
      try {
        double benign = net.forward(numbers(List.of(line.split(","))))[0];
        send(exchange, 200, "{\"benign\": " + benign + "}\n");
      } catch (IllegalArgumentException e) { // no numbers, or not as many
        send(exchange, 400, e.getMessage() + "\n");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    exchange.sendResponseHeaders(status, text.getBytes(UTF_8).length);
    exchange.getResponseBody().write(text.getBytes(UTF_8));
  }
}
