package dev.roost.model.score;

/// Scores few rows one by one and many together: a vector scorer does the work of a whole group of
/// rows even for one. Both give the same sums to the last bit.
///
/// @param few for batches of less than 32 rows
/// @param many for others
record SizedScorer(Scorer few, Scorer many) implements Scorer {

  private static final int MANY = 32;

  @Override
  public TreeEnsemble trees() {
    return many.trees();
  }

  @Override
  public void score(float[] rows, int n, double[] out) {
    (n < MANY ? few : many).score(rows, n, out);
  }

  @Override
  public void leaves(float[] rows, int n, int[] out) {
    (n < MANY ? few : many).leaves(rows, n, out);
  }
}
