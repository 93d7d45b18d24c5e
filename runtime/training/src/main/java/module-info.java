/** Training of generated networks: a loop, schedules, metrics, cross-validation and search. */
module io.github.gradsmith.training {
  requires transitive io.github.gradsmith;

  exports io.github.gradsmith.training;
}
