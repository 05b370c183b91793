package dev.roost.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.mahout.math.DenseVector;
import org.apache.mahout.math.SequentialAccessSparseVector;
import org.apache.mahout.math.Vector;
import org.apache.mahout.math.als.ImplicitFeedbackAlternatingLeastSquaresSolver;
import org.apache.mahout.math.map.OpenIntObjectHashMap;
import org.jspecify.annotations.Nullable;

/// One side of a factorisation, readers or items: the factors of each and who it is linked with on
/// the other side.
final class FactorSide {

  private static final double[] NONE = {};

  private final Factors.Shape shape;
  private final List<NavigableSet<Integer>> links = new ArrayList<>();
  private final List<double[]> factors = new ArrayList<>();
  private final List<Integer> solvedWith = new ArrayList<>();
  private OpenIntObjectHashMap<Vector> vectors = new OpenIntObjectHashMap<>();
  private @Nullable ImplicitFeedbackAlternatingLeastSquaresSolver solver;

  FactorSide(Factors.Shape shape) {
    this.shape = shape;
  }

  /// Returns how many there are, linked or not.
  int size() {
    return links.size();
  }

  /// Links one with one of the other side.
  void link(int own, int other) {
    while (own >= links.size()) {
      links.add(new TreeSet<>());
      factors.add(NONE);
      solvedWith.add(0);
    }
    links.get(own).add(other);
  }

  /// Takes a link away; one without any has no factors any more.
  void unlink(int own, int other) {
    links.get(own).remove(other);
    if (links.get(own).isEmpty()) {
      factors.set(own, NONE);
    }
  }

  /// Returns how many of the other side one is linked with.
  int links(int own) {
    return own < links.size() ? links.get(own).size() : 0;
  }

  /// Returns the factors of one, shape `[factors]`, or of length 0 if it has none; not a copy.
  double[] factors(int own) {
    return own < factors.size() ? factors.get(own) : NONE;
  }

  void set(int own, double[] row) {
    factors.set(own, row);
    if (row.length > 0) {
      vectors.put(own, new DenseVector(row, true));
    }
  }

  /// Makes the other side solvable against the factors as they are now.
  void settle() {
    vectors = new OpenIntObjectHashMap<>();
    for (int own = 0; own < factors.size(); own++) {
      set(own, factors.get(own));
    }
    solver =
        vectors.isEmpty()
            ? null
            : new ImplicitFeedbackAlternatingLeastSquaresSolver(
                shape.factors(), shape.regularisation(), shape.confidence(), vectors, 1);
  }

  /// Solves the factors of one against the other side as it was settled.
  void solve(int own, FactorSide other) {
    set(own, other.solved(links.get(own)));
    solvedWith.set(own, links(own));
  }

  /// Returns whether one has a tenth more links than when it was last solved, or was not.
  boolean isStale(int own) {
    return links(own) > 1.1 * solvedWith.get(own);
  }

  private double[] solved(NavigableSet<Integer> rows) {
    var known = rows.stream().filter(vectors::containsKey).toList();
    if (solver == null || known.isEmpty()) {
      return NONE;
    }
    var ratings = new SequentialAccessSparseVector(links.size(), known.size());
    known.forEach(row -> ratings.setQuick(row, 1));
    var solution = solver.solve(ratings);
    var row = new double[shape.factors()];
    for (int factor = 0; factor < row.length; factor++) {
      row[factor] = solution.getQuick(factor);
    }
    return row;
  }
}
