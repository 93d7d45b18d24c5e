package io.github.gradsmith.internal.onnx;

import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.internal.row.RowNetwork;
import io.github.gradsmith.internal.row.RowScaling;
import io.github.gradsmith.internal.row.RowState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a model says of rows that are records, and whether it scales their numbers itself. */
public final class OnnxRows {
  /** Of a network that reads arrays of numbers. */
  public static final OnnxRows NONE = new OnnxRows(null, false);

  private final RowState state;
  private final boolean isRaw;

  private OnnxRows(RowState state, boolean isRaw) {
    this.state = state;
    this.isRaw = isRaw;
  }

  /**
   * Those of a network.
   *
   * @param isRaw whether the model takes numbers unscaled and gives outputs in their own units
   * @throws IllegalArgumentException if it should, and the network has no rows
   */
  public static OnnxRows of(Object network, boolean isRaw) {
    if (network instanceof RowNetwork) {
      return new OnnxRows(((RowNetwork) network).rowState(), isRaw);
    }
    if (isRaw) {
      throw new IllegalArgumentException(
          network.getClass().getSimpleName()
              + " has no rows: RAW_NUMBERS puts the scaling of a record's numbers in front, and no"
              + " method of this network takes a record. Leave the option out.");
    }
    return NONE;
  }

  /** What the model does to rows of so many numbers, if anything. */
  Optional<RowScaling> inputs(int width) {
    return isRaw
        ? Optional.of(RowScaling.ofInputs(state, width)).filter(scaling -> !scaling.isNeutral())
        : Optional.empty();
  }

  /** What the model does to outputs, if anything. */
  Optional<RowScaling> outputs(int width) {
    return isRaw
        ? Optional.of(RowScaling.ofOutputs(state, width)).filter(scaling -> !scaling.isNeutral())
        : Optional.empty();
  }

  /** Keys and values of the metadata. */
  Map<String, String> metadata() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (state != null) {
      texts.put("input", isRaw ? "raw numbers" : "encoded");
      texts.putAll(RowFile.metadata(state));
    }
    return texts;
  }
}
