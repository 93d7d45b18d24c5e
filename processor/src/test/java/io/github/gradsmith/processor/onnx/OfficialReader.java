package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Google's reader, by ONNX's own description of its messages, without the fields that ours leaves
 * alone: what is in those is unknown to both.
 */
final class OfficialReader {
  private static final Map<String, Set<String>> READ =
      Map.of(
          "ModelProto", Set.of("graph", "opset_import"),
          "OperatorSetIdProto", Set.of("domain", "version"),
          "GraphProto", Set.of("node", "initializer", "sparse_initializer", "input", "output"),
          "NodeProto", Set.of("input", "output", "name", "op_type", "domain", "attribute"),
          "AttributeProto", Set.of("name", "type", "f", "i", "s", "t", "floats", "ints"),
          "SparseTensorProto", Set.of("values"),
          "ValueInfoProto", Set.of("name", "type"));

  private static final Set<String> TENSOR =
      Set.of(
          "dims",
          "data_type",
          "float_data",
          "int32_data",
          "int64_data",
          "double_data",
          "name",
          "raw_data",
          "data_location");

  private static final Descriptor MODEL = model();

  private OfficialReader() {}

  private static Descriptor model() {
    FileDescriptorProto.Builder file =
        OnnxMl.ModelProto.getDescriptor().getFile().toProto().toBuilder();
    for (DescriptorProto.Builder message : file.getMessageTypeBuilderList()) {
      Set<String> read =
          message.getName().equals("TensorProto") ? TENSOR : READ.get(message.getName());
      if (read != null) {
        List<FieldDescriptorProto> fields =
            message.getFieldList().stream().filter(f -> read.contains(f.getName())).toList();
        message.clearField().addAllField(fields);
      } else if (message.getName().equals("TypeProto")) {
        // Of its alternatives only the tensor is looked into; the others only displace it.
        for (DescriptorProto.Builder inner : message.getNestedTypeBuilderList()) {
          if (!inner.getName().equals("Tensor")) {
            inner.clearField();
          }
        }
      }
    }
    try {
      return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0])
          .findMessageTypeByName("ModelProto");
    } catch (DescriptorValidationException e) {
      throw new AssertionError(e);
    }
  }

  /** What is in a file, as a tree of fields by their names; nothing if it is no message. */
  static Optional<Map<String, Object>> read(byte[] file) {
    try {
      return Optional.of(tree(DynamicMessage.parseFrom(MODEL, file)));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> tree(Message message) {
    Map<String, Object> tree = new TreeMap<>();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      Object value = field.getValue();
      tree.put(
          field.getKey().getName(),
          value instanceof List<?> list
              ? list.stream().map(OfficialReader::value).toList()
              : value(value));
    }
    return tree;
  }

  private static Object value(Object value) {
    if (value instanceof Message message) {
      return tree(message);
    }
    if (value instanceof EnumValueDescriptor constant) {
      return constant.getNumber();
    }
    return value instanceof ByteString bytes ? bytes : value;
  }
}
