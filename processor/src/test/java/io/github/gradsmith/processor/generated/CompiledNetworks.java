package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.processor.NetworkProcessor;
import io.github.gradsmith.processor.QuietEclipseCompiler;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * Interfaces compiled with the processor in memory, and their implementations loaded: the generated
 * code as an application gets it, under {@code -Xlint:all,-processing -Werror}.
 */
public final class CompiledNetworks {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> resources = new LinkedHashMap<>();
  private final ClassLoader loader;

  private CompiledNetworks(Compilation compilation) {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(binaryName(file), bytes(file));
      } else if (file.getKind() == JavaFileObject.Kind.SOURCE) {
        sources.put(
            binaryName(file), new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8));
      } else {
        content(file).ifPresent(bytes -> resources.put(path(file), bytes));
      }
    }
    loader = new InMemoryLoader(classes, resources);
  }

  /** A file of the class output that is no class. */
  byte[] resource(String path) {
    return resources.get(path);
  }

  /** A class of ours, loaded anew, that finds another content at the path of a resource. */
  Class<?> typeWithResource(String binaryName, String path, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(resources);
    changed.put(path, content);
    try {
      return new InMemoryLoader(classes, changed).loadClass(binaryName);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Interfaces to be compiled together, usually of package {@code demo}. */
  public static final class Builder {
    private static final String INCUBATING = "using incubating module(s): jdk.incubator.vector";

    private final List<JavaFileObject> files = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();

    /** Lets a warning pass when there is the Vector API, such as {@code GS065}. */
    public Builder allow(String code) {
      allowed.add(code);
      return this;
    }

    /** Adds {@code @Network(attributes) interface name extends kind}. */
    public Builder add(String name, String kind, String attributes) {
      return add(name, kind, attributes, "");
    }

    /** The same with an annotation for the optimizer. */
    public Builder add(String name, String kind, String attributes, String optimizer) {
      return source(
          name,
          "package demo;\n\n"
              + "import static io.github.gradsmith.Activation.*;\n"
              + "import static io.github.gradsmith.Initializer.*;\n"
              + "import static io.github.gradsmith.Loss.*;\n\n"
              + "import io.github.gradsmith.*;\n\n"
              + optimizer
              + "\n@Network("
              + attributes
              + ")\npublic interface "
              + name
              + " extends "
              + kind
              + " {}\n");
    }

    /** Adds a whole source file of package {@code demo}. */
    public Builder source(String name, String text) {
      return file("demo." + name, text);
    }

    /** Adds a whole source file of any package. */
    public Builder file(String qualifiedName, String text) {
      files.add(JavaFileObjects.forSourceString(qualifiedName, text));
      return this;
    }

    /**
     * Compiles for release 11 with all warnings as errors; with {@code -Dgradsmith.tests=vector} as
     * {@link #compileWithVectorApi()}, so that any test can be run on SIMD kernels.
     */
    public CompiledNetworks compile() {
      return compileAsTested();
    }

    /** As {@link #compile()}, with options of the processor. */
    public CompiledNetworks compileAsTested(String... options) {
      if ("vector".equals(System.getProperty("gradsmith.tests"))) {
        return compileWithVectorApi(options);
      }
      List<String> all = new ArrayList<>(List.of("--release", "11"));
      all.addAll(List.of(options));
      return compile(all.toArray(String[]::new));
    }

    public CompiledNetworks compile(String... options) {
      List<String> all = new ArrayList<>(List.of(options));
      all.add("-Werror");
      Compilation compilation = compilation(all);
      assertThat(compilation.diagnostics()).isEmpty();
      assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
      return new CompiledNetworks(compilation);
    }

    /**
     * Compiles for release 17 with the Vector API in sight, so that networks get vector kernels
     * unless they say {@code simd = Simd.OFF}; both kinds can be loaded side by side here, as the
     * JVM of the tests has the module. That javac warns of the module nothing can silence on 17.
     */
    public CompiledNetworks compileWithVectorApi(String... options) {
      List<String> all = new ArrayList<>(List.of(options));
      all.addAll(List.of("--release", "17", "--add-modules", "jdk.incubator.vector"));
      Compilation compilation = compilation(all);
      assertThat(compilation.diagnostics())
          .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
          .allMatch(text -> text.equals(INCUBATING) || allowed.stream().anyMatch(text::startsWith));
      assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
      return new CompiledNetworks(compilation);
    }

    /**
     * Compiles by ecj for release 17; whatever it warns of passes, errors do not.
     *
     * @param folder for the sources, which ecj reads from files
     */
    public CompiledNetworks compileWithEcj(Path folder, String... options) throws IOException {
      List<JavaFileObject> written = new ArrayList<>();
      for (JavaFileObject source : files) {
        Path file = folder.resolve(source.toUri().getPath().substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getCharContent(true));
        written.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
      Compilation compilation =
          Compiler.compiler(new QuietEclipseCompiler())
              .withProcessors(new NetworkProcessor())
              .withOptions(
                  Stream.concat(
                          Stream.of("--release", "17", "--limit-modules", "java.se"),
                          Stream.of(options))
                      .toArray())
              .compile(written);
      assertThat(compilation.errors()).isEmpty();
      return new CompiledNetworks(compilation);
    }

    private Compilation compilation(List<String> options) {
      return Compiler.javac()
          .withProcessors(new NetworkProcessor())
          .withOptions(
              Stream.concat(Stream.of("-Xlint:all,-processing"), options.stream()).toArray())
          .compile(files);
    }
  }

  /** An attribute of {@code @Network}, such as {@code layers = {5, 4, 3}}. */
  static String layers(int... widths) {
    return Arrays.stream(widths)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "layers = {", "}"));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A new {@code demo.nameImpl} from {@code seed}. */
  public <T> T create(String name, long seed, Class<T> type) {
    return instantiate("demo." + name + "Impl", seed, type);
  }

  /** A new {@code demo.nameImpl} whose weights are compiled in. */
  public Object createBaked(String name) {
    try {
      return loader.loadClass("demo." + name + "Impl").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A new object of the class {@code binaryName}, which need not be public, from {@code seed}. */
  public <T> T instantiate(String binaryName, long seed, Class<T> type) {
    try {
      Constructor<?> constructor = loader.loadClass(binaryName).getConstructor(long.class);
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(seed));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A new {@code demo.nameImpl} of either precision from {@code seed}. */
  AnyNetwork any(String name, long seed) {
    Object network = create(name, seed, Object.class);
    return network instanceof FloatNetwork
        ? AnyNetwork.of((FloatNetwork) network)
        : AnyNetwork.of((DoubleNetwork) network);
  }

  public FloatNetwork floats(String name, long seed) {
    return create(name, seed, FloatNetwork.class);
  }

  public DoubleNetwork doubles(String name, long seed) {
    return create(name, seed, DoubleNetwork.class);
  }

  /** The generated source of {@code demo.nameImpl}. */
  public String source(String name) {
    return sources.get("demo." + name + "Impl");
  }

  /** All generated sources by binary name. */
  Map<String, String> sources() {
    return sources;
  }

  /** The generated source of {@code demo.nameVector}; nothing if there is none. */
  public Optional<String> vectorSource(String name) {
    return Optional.ofNullable(sources.get("demo." + name + "Simd"));
  }

  /** Class files by binary name, interfaces included. */
  public Map<String, byte[]> classFiles() {
    return classes;
  }

  /** Loads the compiled interfaces and implementations. */
  public ClassLoader loader() {
    return loader;
  }

  private static String path(JavaFileObject file) {
    return file.toUri().getPath().replaceFirst(".*/(CLASS|SOURCE)_OUTPUT/", "");
  }

  private static String binaryName(JavaFileObject file) {
    String relative = path(file);
    return relative.substring(0, relative.lastIndexOf('.')).replace('/', '.');
  }

  /** Nothing of a file that was only looked for, which compile-testing lists as well. */
  private static Optional<byte[]> content(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InMemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final Map<String, byte[]> resources;

    InMemoryLoader(Map<String, byte[]> classes, Map<String, byte[]> resources) {
      super(CompiledNetworks.class.getClassLoader());
      this.classes = classes;
      this.resources = resources;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = resources.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
