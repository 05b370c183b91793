package dev.roost.api.bench.rank.peers;

import dev.roost.api.bench.rank.PeerLibrary;
import dev.roost.api.bench.rank.PeerModel;
import dev.roost.api.bench.rank.ScoringSample;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost, native.
public final class XgBoost implements PeerLibrary {

  @Override
  public String name() {
    return "xgboost";
  }

  @Override
  public PeerModel train(ScoringSample sample) {
    var settings = sample.settings();
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "binary:logistic",
            "eta",
            0.1,
            "max_depth",
            settings.depth(),
            "min_child_weight",
            0,
            "nthread",
            1,
            "verbosity",
            0);
    try {
      var rows =
          new DMatrix(sample.flatTraining(), settings.training(), settings.features(), Float.NaN);
      try {
        rows.setLabel(sample.labels());
        var booster = XGBoost.train(rows, parameters, settings.trees(), Map.of(), null, null);
        return new Model(booster, sample);
      } finally {
        rows.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Model implements PeerModel {

    private final Booster booster;
    private final ScoringSample sample;
    private final float[] batch;

    Model(Booster booster, ScoringSample sample) {
      this.booster = booster;
      this.sample = sample;
      batch = sample.flatBatch();
    }

    @Override
    public int leaves() {
      try {
        return Arrays.stream(booster.getModelDump((String) null, false))
            .mapToInt(tree -> tree.split("leaf=", -1).length - 1)
            .sum();
      } catch (XGBoostError e) {
        throw new IllegalStateException(e);
      }
    }

    /// A `DMatrix` would remember the scores of the batch, so the floats are given each time.
    @Override
    public void score(double[] out) {
      try {
        var scores =
            booster.inplace_predict(
                batch,
                sample.settings().rows(),
                sample.settings().features(),
                Float.NaN,
                new int[] {0, 0},
                Booster.PredictionType.kMargin,
                null);
        for (int i = 0; i < out.length; i++) {
          out[i] = scores[i][0];
        }
      } catch (XGBoostError e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      booster.dispose();
    }
  }
}
