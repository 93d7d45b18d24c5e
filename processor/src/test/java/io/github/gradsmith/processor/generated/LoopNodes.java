package io.github.gradsmith.processor.generated;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * How much work a pass of a generated loop holds, as C2 counts it before it turns the loop into
 * SIMD: each different load, two nodes for each multiply-add, and a load and a store for each array
 * that is added to. Loops of at most {@link #MOST} are vectorised, those of 32 and more run five to
 * ten times as long, on JDK 17 and 25 and at any length. Measurements: docs/design/kernels.md.
 */
public final class LoopNodes {
  /** What the largest loops that C2 vectorises hold. */
  public static final int MOST = 29;

  /**
   * An innermost loop that adds up products of array entries and nothing else.
   *
   * @param method where it stands
   * @param nodes of a pass
   */
  public record Loop(String method, int nodes) {}

  private LoopNodes() {}

  /** The loops of a source that are sums of products. */
  public static List<Loop> of(String source) {
    List<Loop> loops = new ArrayList<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(file(source)));
    try {
      task.parse().forEach(unit -> unit.accept(new Methods(loops), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loops;
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** Visits loops with the name of the method around them. */
  private static final class Methods extends TreeScanner<Void, String> {
    private final List<Loop> loops;

    Methods(List<Loop> loops) {
      this.loops = loops;
    }

    @Override
    public Void visitMethod(MethodTree method, String outside) {
      return super.visitMethod(method, method.getName().toString());
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, String method) {
      Body body = new Body();
      body.scan(loop.getStatement(), null);
      if (body.isSumOfProducts) {
        loops.add(new Loop(method, body.nodes()));
      }
      return super.visitForLoop(loop, method);
    }
  }

  /** Counts what stands in a loop. */
  private static final class Body extends TreeScanner<Void, Void> {
    private static final Set<Tree.Kind> OF_A_SUM =
        EnumSet.of(
            Tree.Kind.BLOCK,
            Tree.Kind.EXPRESSION_STATEMENT,
            Tree.Kind.EMPTY_STATEMENT,
            Tree.Kind.ASSIGNMENT,
            Tree.Kind.PLUS_ASSIGNMENT,
            Tree.Kind.ARRAY_ACCESS,
            Tree.Kind.IDENTIFIER,
            Tree.Kind.INT_LITERAL,
            Tree.Kind.FLOAT_LITERAL,
            Tree.Kind.DOUBLE_LITERAL,
            Tree.Kind.UNARY_MINUS,
            Tree.Kind.PARENTHESIZED,
            Tree.Kind.TYPE_CAST,
            Tree.Kind.PRIMITIVE_TYPE,
            Tree.Kind.PLUS,
            Tree.Kind.MINUS,
            Tree.Kind.MULTIPLY);

    private final Set<String> loads = new HashSet<>();
    private int added;
    private int stores;
    private int products;
    private boolean isSumOfProducts = true;

    /** Loops, calls, choices, quotients and locals are no part of a sum of products. */
    @Override
    public Void scan(Tree tree, Void unused) {
      isSumOfProducts &= tree == null || OF_A_SUM.contains(tree.getKind());
      return super.scan(tree, null);
    }

    int nodes() {
      return loads.size() + added + stores + 2 * products;
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree load, Void unused) {
      loads.add(load.toString());
      return null;
    }

    @Override
    public Void visitAssignment(AssignmentTree set, Void unused) {
      store(set.getVariable());
      return scan(set.getExpression(), null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree add, Void unused) {
      store(add.getVariable());
      added++;
      return scan(add.getExpression(), null);
    }

    private void store(Tree target) {
      stores++;
      isSumOfProducts &= target instanceof ArrayAccessTree;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void unused) {
      if (binary.getKind() == Tree.Kind.MULTIPLY) {
        products++;
        isSumOfProducts &= isFactor(binary.getLeftOperand());
        isSumOfProducts &= isFactor(binary.getRightOperand());
      }
      return super.visitBinary(binary, null);
    }

    /** Not a sum or a product itself, as in a polynomial. */
    private static boolean isFactor(ExpressionTree factor) {
      return factor instanceof ArrayAccessTree || factor instanceof IdentifierTree;
    }
  }
}
