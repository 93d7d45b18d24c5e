package io.github.gradsmith.sample.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.sample.tabular.CellNet.Case;
import io.github.gradsmith.sample.tabular.CellNet.Cells;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.Progress;
import io.github.gradsmith.training.Report;
import io.github.gradsmith.training.Split;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** Trains on the rows of a CSV file, writes weights and a report, and answers rows over HTTP. */
public final class Tabular {
  static final Fit FIT = Fit.epochs(20).batchSize(16).seed(1).learningRate(0.001);

  /** The port may be given; otherwise a free one is taken. */
  public static void main(String[] arguments) throws IOException {
    serve(train(Path.of("")), arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
  }

  /** 30 measures and the class; the first line of the file says what there is. */
  static List<Case> read() throws IOException {
    var file = Tabular.class.getResourceAsStream("breast_cancer.csv");
    try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(file, UTF_8))) {
      var lines = csv.stream().skip(1).map(CsvRecord::getFields);
      return lines.map(f -> new Case(cells(f.subList(0, 30)), f.get(30).equals("1"))).toList();
    }
  }

  private static Cells cells(List<String> fields) {
    return new Cells(fields.stream().mapToDouble(Double::parseDouble).toArray());
  }

  static CellNet train(Path folder) throws IOException {
    Split<Case> split = Split.stratified(read(), Case::benign, 0.2, 7);
    CellNet net = new CellNetImpl(1);
    net.adapt(split.training());
    DoubleRows training = net.rows(split.training()), validation = net.rows(split.validation());
    Fit fit = FIT.metrics(Metrics.accuracy(), Metrics.rocAuc()).listener(Progress.onTerminal());
    Report report = Report.of(fit.run(net, training, validation)).title("Benign or malignant");
    report = report.names("malignant", "benign").fit(fit).training(training).network(net);
    report.validation(validation).write(folder.resolve("report.html"));
    net.save(folder.resolve("cells.safetensors"));
    return net;
  }

  /** The server has one thread, and so the network has one, too. */
  static HttpServer serve(CellNet net, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/cells", exchange -> answer(net, exchange));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/cells");
    return server;
  }

  private static void answer(CellNet net, HttpExchange exchange) throws IOException {
    String line = new String(exchange.getRequestBody().readNBytes(10_000), UTF_8).strip();
    try {
      send(exchange, 200, "{\"benign\": " + net.benign(cells(List.of(line.split(",")))) + "}\n");
    } catch (IllegalArgumentException e) { // no numbers, or not as many
      send(exchange, 400, e.getMessage() + "\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    exchange.sendResponseHeaders(status, text.getBytes(UTF_8).length);
    exchange.getResponseBody().write(text.getBytes(UTF_8));
    exchange.close();
  }
}
