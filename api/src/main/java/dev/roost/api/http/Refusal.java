package dev.roost.api.http;

import java.io.Serial;

/// Ends a request with a problem; caught in one place, the [Router].
final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.detail(), null, false, false); // costs no stack trace: it is an answer
    this.problem = problem;
  }

  /// Refuses a request that changed nothing.
  static Refusal of(ProblemCode code, String detail) {
    return new Refusal(Problem.of(code, detail));
  }

  /// Refuses a request for the part of its body that `pointer` shows.
  static Refusal at(ProblemCode code, String pointer, String detail) {
    return new Refusal(Problem.at(code, pointer, detail));
  }

  Problem problem() {
    return problem;
  }
}
