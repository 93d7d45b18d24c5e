package io.github.gradsmith.spark.internal.ml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of a stage: {@code metadata/part-00000}, a line of JSON as Spark's own stages write it,
 * and {@code data/weights.safetensors}.
 */
public final class Files {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Configuration configuration;
  private final String version;
  private final String folder;

  /** The files in a folder, of any file system that the session knows. */
  public Files(SparkSession session, String folder) {
    this.configuration = session.sparkContext().hadoopConfiguration();
    this.version = session.version();
    this.folder = folder;
  }

  /** Writes class, identity and parameters. */
  public void writeMetadata(Params stage) {
    ObjectNode root = JSON.createObjectNode();
    root.put("class", stage.getClass().getName());
    root.put("timestamp", System.currentTimeMillis());
    root.put("sparkVersion", version);
    root.put("uid", stage.uid());
    root.set("paramMap", values(stage.paramMap()));
    root.set("defaultParamMap", values(stage.defaultParamMap()));
    write("metadata/part-00000", (root + "\n").getBytes(StandardCharsets.UTF_8));
    write("metadata/_SUCCESS", new byte[0]);
  }

  private static ObjectNode values(org.apache.spark.ml.param.ParamMap map) {
    ObjectNode values = JSON.createObjectNode();
    for (ParamPair<?> pair : CollectionConverters.asJava(map.toSeq())) {
      values.set(pair.param().name(), parsed(encoded(pair)));
    }
    return values;
  }

  private static <T> String encoded(ParamPair<T> pair) {
    return pair.param().jsonEncode(pair.value());
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads class, identity and parameters. */
  public Metadata readMetadata() {
    return new Metadata(parsed(new String(read("metadata/part-00000"), StandardCharsets.UTF_8)));
  }

  /** Writes weights. */
  public void writeWeights(byte[] weights) {
    write("data/weights.safetensors", weights);
  }

  /** Reads weights. */
  public byte[] readWeights() {
    return read("data/weights.safetensors");
  }

  private void write(String name, byte[] content) {
    Path path = new Path(folder, name);
    try {
      FileSystem files = path.getFileSystem(configuration);
      try (FSDataOutputStream out = files.create(path, false)) {
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(String name) {
    Path path = new Path(folder, name);
    try {
      FileSystem files = path.getFileSystem(configuration);
      try (FSDataInputStream in = files.open(path)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the metadata of a stage say. */
  public static final class Metadata {
    private final JsonNode root;

    private Metadata(JsonNode root) {
      this.root = root;
    }

    /** The stage's identity. */
    public String uid() {
      return root.get("uid").asText();
    }

    /**
     * Sets the parameters that were set.
     *
     * @throws IllegalArgumentException if it is a stage of another class
     */
    public void setParameters(Params stage) {
      String type = root.get("class").asText();
      if (!type.equals(stage.getClass().getName())) {
        throw new IllegalArgumentException(
            "the files are those of " + type + ", expected " + stage.getClass().getName());
      }
      root.get("paramMap")
          .properties()
          .forEach(field -> set(stage, stage.getParam(field.getKey()), field.getValue()));
    }

    private static <T> void set(Params stage, Param<T> param, JsonNode value) {
      stage.set(param, param.jsonDecode(value.toString()));
    }
  }
}
