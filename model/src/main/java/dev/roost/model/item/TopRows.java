package dev.roost.model.item;

/// The best rows of a scan: a heap of at most `limit`, the worst on top. Ties go to the smaller
/// item.
public final class TopRows {

  private final ItemTable table;
  private final int limit;
  private final int[] rows;
  private final double[] scores;
  private int size;

  /// Returns a heap without rows.
  public TopRows(ItemTable table, int limit) {
    this.table = table;
    this.limit = limit;
    rows = new int[limit];
    scores = new double[limit];
  }

  /// Returns whether an offer of this score may change the heap; never for NaN.
  public boolean wants(double score) {
    return size < limit ? !Double.isNaN(score) : limit > 0 && score >= scores[0];
  }

  /// Offers a row; a NaN score is refused.
  public void offer(int row, double score) {
    if (limit == 0 || Double.isNaN(score)) {
      return;
    }
    if (size < limit) {
      rows[size] = row;
      scores[size] = score;
      rise(size++);
    } else if (score > scores[0] || (score == scores[0] && isWorse(0, row, score))) {
      rows[0] = row;
      scores[0] = score;
      sink();
    }
  }

  private boolean isWorse(int at, int row, double score) {
    return scores[at] < score
        || (scores[at] == score && Long.compareUnsigned(table.id(rows[at]), table.id(row)) > 0);
  }

  private void rise(int from) {
    int at = from;
    while (at > 0 && isWorse(at, rows[(at - 1) / 2], scores[(at - 1) / 2])) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void sink() {
    int at = 0;
    while (true) {
      int worst = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (isWorse(child, rows[worst], scores[worst])) {
          worst = child;
        }
      }
      if (worst == at) {
        return;
      }
      swap(at, worst);
      at = worst;
    }
  }

  private void swap(int a, int b) {
    int row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
    double score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
  }

  /// Returns the rows, best first, and empties the heap.
  public int[] drain() {
    var best = new int[size];
    while (size > 0) {
      size--;
      best[size] = rows[0];
      rows[0] = rows[size];
      scores[0] = scores[size];
      sink();
    }
    return best;
  }
}
