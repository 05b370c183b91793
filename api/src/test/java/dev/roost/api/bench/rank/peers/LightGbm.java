package dev.roost.api.bench.rank.peers;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.roost.api.bench.rank.PeerLibrary;
import dev.roost.api.bench.rank.PeerModel;
import dev.roost.api.bench.rank.ScoringSample;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.regex.Pattern;

/// LightGBM, native.
public final class LightGbm implements PeerLibrary {

  private static final Pattern LEAVES = Pattern.compile("num_leaves=(\\d+)");

  @Override
  public String name() {
    return "lightgbm";
  }

  @Override
  public PeerModel train(ScoringSample sample) {
    var settings = sample.settings();
    try {
      var rows =
          LGBMDataset.createFromMat(
              sample.flatTraining(),
              settings.training(),
              settings.features(),
              true,
              "max_bin=255 verbosity=-1",
              null);
      rows.setField("label", sample.labels());
      var booster =
          LGBMBooster.create(
              rows,
              "objective=binary learning_rate=0.1 min_data_in_leaf=5 num_threads=1 verbosity=-1"
                  + " num_leaves=%d max_depth=%d"
                      .formatted(1 << settings.depth(), settings.depth()));
      for (int tree = 0; tree < settings.trees(); tree++) {
        booster.updateOneIter();
      }
      return new Model(booster, rows, sample);
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Model implements PeerModel {

    private final LGBMBooster booster;
    private final LGBMDataset training;
    private final ScoringSample sample;
    private final float[] batch;

    Model(LGBMBooster booster, LGBMDataset training, ScoringSample sample) {
      this.booster = booster;
      this.training = training;
      this.sample = sample;
      batch = sample.flatBatch();
    }

    @Override
    public int leaves() {
      try {
        return LEAVES
            .matcher(booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT))
            .results()
            .mapToInt(tree -> Integer.parseInt(tree.group(1)))
            .sum();
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void score(double[] out) {
      try {
        var scores =
            booster.predictForMat(
                batch,
                sample.settings().rows(),
                sample.settings().features(),
                true,
                PredictionType.C_API_PREDICT_RAW_SCORE,
                "num_threads=1 verbosity=-1");
        System.arraycopy(scores, 0, out, 0, out.length);
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        booster.close();
        training.close();
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
