package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import java.util.Arrays;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/// Inner products of places of a table's rows, as Lucene's graphs ask for them: nodes count from
/// the first row.
record NearPlaces(ItemTable table, int column, int from, int rows)
    implements RandomVectorScorerSupplier {

  @Override
  public UpdateableRandomVectorScorer scorer() {
    return to(new float[table.dimensions()]);
  }

  @Override
  public RandomVectorScorerSupplier copy() {
    return this; // nothing in it changes
  }

  /// Returns the scorer of a direction; larger is nearer.
  UpdateableRandomVectorScorer to(float[] direction) {
    return new UpdateableRandomVectorScorer() {
      @Override
      public void setScoringOrdinal(int node) {
        Arrays.fill(direction, 0);
        table.addPlace(from + node, column, 1, direction);
      }

      @Override
      public float score(int node) {
        return VectorUtil.scaleMaxInnerProductScore(table.dot(from + node, column, direction));
      }

      @Override
      public int maxOrd() {
        return rows;
      }
    };
  }
}
