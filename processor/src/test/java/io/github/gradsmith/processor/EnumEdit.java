package io.github.gradsmith.processor;

import io.github.gradsmith.processor.RandomEnum.Constant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Edits that make a valid enum of layers invalid, and mark what they break. */
enum EnumEdit {
  NONE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      return true;
    }
  },
  MISSPELL_A_NAME {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      return changeName(layers, random, (at, name) -> "«GS083»" + name + "Q");
    }
  },
  READ_ITSELF {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      return changeName(layers, random, (at, name) -> "«GS084»" + layers.constants.get(at).name);
    }
  },
  READ_A_LATER_ONE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      return changeName(
          layers,
          random,
          (at, name) ->
              at + 1 < layers.constants.size()
                  ? "«GS085»" + layers.constants.get(at + 1).name
                  : null);
    }
  },
  READ_ONE_ALONE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant join = pick(layers.constants.stream().filter(Constant::joins).toList(), random);
      if (join == null) {
        return false;
      }
      join.reads.subList(1, join.reads.size()).clear();
      join.after = "«GS087»";
      return true;
    }
  },
  ADD_WHAT_NOTHING_READS {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      int at = layers.constants.size() - 1;
      Constant unread = new Constant("UNREAD", "Dense", 3, "IN").with("units", 3);
      unread.before = "«GS086»";
      if (layers.constants.get(at).isImplicit) {
        return false;
      }
      layers.constants.add(at, unread);
      return true;
    }
  },
  DROP_AN_ANNOTATION {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant bare = pick(layers.constants, random);
      bare.kind = "";
      bare.before = "«GS076»";
      return true;
    }
  },
  ADD_AN_ANNOTATION {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant twice = pick(layers.constants.stream().filter(c -> !c.joins()).toList(), random);
      twice.after = " «GS077»@Flatten";
      return true;
    }
  },
  NUMBER_OUT_OF_RANGE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant changed =
          pick(
              layers.constants.stream()
                  .filter(c -> c.attributes.keySet().stream().anyMatch(this::isNumber))
                  .toList(),
              random);
      String attribute =
          changed.attributes.keySet().stream().filter(this::isNumber).findFirst().get();
      changed.attributes.put(attribute, "«GS089»" + (attribute.equals("end") ? "1000" : "-2"));
      return true;
    }

    private boolean isNumber(String attribute) {
      return List.of("units", "value", "epsilon", "end").contains(attribute);
    }
  },
  OTHER_SHAPE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      for (Constant join : layers.constants) {
        boolean sums = join.kind.equals("Add") || join.kind.equals("Multiply");
        if (sums && !join.reads.get(0).equals(join.reads.get(1))) {
          Constant wider = new Constant("WIDER", "Dense", 77, "IN").with("units", 77);
          layers.constants.add(1, wider);
          layers.constants.get(2).isImplicit = false;
          join.reads.add("«GS088»WIDER");
          return true;
        }
      }
      return false;
    }
  },
  RESERVED_NAME {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      rename(
          layers,
          pick(layers.constants, random),
          random.nextBoolean() ? "Training" : "FEATURES",
          "«GS093»");
      return true;
    }
  },
  NAME_IN_OTHER_CASE {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      String name = layers.constants.get(1).name;
      String other =
          name.toUpperCase(Locale.ROOT).equals(name)
              ? name.toLowerCase(Locale.ROOT)
              : name.toUpperCase(Locale.ROOT);
      if (other.equals(name) || layers.constants.size() < 3) {
        return false;
      }
      rename(layers, layers.constants.get(2), other, "«GS094»");
      return true;
    }
  },
  INPUT_AGAIN {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant second = layers.constants.get(1 + random.nextInt(layers.constants.size() - 1));
      second.kind = "Input";
      second.reads.clear();
      second.attributes.clear();
      second.with("value", second.width);
      second.before = "«GS079»";
      return true;
    }
  },
  NO_INPUT {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      layers.constants.remove(0);
      Constant first = layers.constants.get(0);
      first.before = "«GS078»";
      layers.constants.stream()
          .skip(1)
          .forEach(c -> c.reads.replaceAll(name -> markedIf("IN", name, "GS083")));
      return true;
    }
  },
  DROP_A_CONSTANT {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant dropped = named(layers, random);
      if (dropped == null) {
        return false;
      }
      layers.constants.remove(dropped);
      layers.constants.forEach(
          c -> c.reads.replaceAll(name -> markedIf(dropped.name, name, "GS083")));
      return true;
    }
  },
  MOVE_A_CONSTANT_BACK {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant moved = named(layers, random);
      if (moved == null) {
        return false;
      }
      layers.constants.remove(moved);
      layers.constants.forEach(
          c -> c.reads.replaceAll(name -> markedIf(moved.name, name, "GS085")));
      layers.constants.add(moved);
      return true;
    }
  },
  SOFTMAX_BEFORE_THE_LAST {
    @Override
    boolean apply(RandomEnum layers, Random random) {
      Constant early =
          pick(
              layers.constants.stream()
                  .limit(layers.constants.size() - 1L)
                  .filter(c -> List.of("Dense", "Elementwise", "Add").contains(c.kind))
                  .toList(),
              random);
      if (early == null) {
        return false;
      }
      early.attributes.put("activation", "«GS017»SOFTMAX");
      return true;
    }
  };

  /** Changes an enum, if it has what this edit changes. */
  abstract boolean apply(RandomEnum layers, Random random);

  private interface NewName {
    String of(int constant, String name);
  }

  private static boolean changeName(RandomEnum layers, Random random, NewName change) {
    int at = 1 + random.nextInt(layers.constants.size() - 1);
    Constant reader = layers.constants.get(at);
    int which = random.nextInt(reader.reads.size());
    String changed = change.of(at, reader.reads.get(which));
    if (changed == null) {
      return false;
    }
    reader.isImplicit = false;
    reader.reads.set(which, changed);
    return true;
  }

  /** A constant behind the input and before the last that is read, but only by name. */
  private static Constant named(RandomEnum layers, Random random) {
    int at = 1 + random.nextInt(layers.constants.size() - 1);
    Constant chosen = layers.constants.get(at);
    boolean isLast = at == layers.constants.size() - 1;
    return isLast || chosen.isImplicit || layers.constants.get(at + 1).isImplicit ? null : chosen;
  }

  private static void rename(RandomEnum layers, Constant renamed, String name, String code) {
    layers.constants.forEach(
        c -> c.reads.replaceAll(read -> read.equals(renamed.name) ? name : read));
    renamed.name = name;
    renamed.before = code;
  }

  private static String markedIf(String changed, String name, String code) {
    return name.equals(changed) ? "«" + code + "»" + name : name;
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
  }
}
