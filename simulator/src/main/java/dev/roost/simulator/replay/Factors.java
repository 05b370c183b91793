package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.Protocol;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// Nearness by a matrix factorisation: readers and items are vectors whose product is high where
/// one engaged with the other.
///
/// Trained on the schedule of the protocol, on the engagements of a third of its window, by
/// alternating least squares that go on from the last training. The whole window takes far longer
/// on Last.fm, for nothing there and 0.004 of NDCG@10 on Deskdrop. Readers and items with a single
/// engagement tell nothing of what goes together and are left out. Between trainings items that
/// gained a tenth of their readers, and each reader who asks, are solved against the other side as
/// it was trained, so that neither new items nor new readers are without factors.
///
/// Source: Hu, Koren and Volinsky, [Collaborative filtering for implicit feedback
/// datasets](https://doi.org/10.1109/ICDM.2008.22), ICDM 2008; each least-squares problem is solved
/// by Apache Mahout, as in its own trainings.
final class Factors implements Affinity {

  /// Settings of a factorisation.
  ///
  /// @param factors length of the vectors, at least 1
  /// @param regularisation λ of the source, above 0
  /// @param confidence α of the source: how much more an engagement weighs than none, above 0
  record Shape(int factors, double regularisation, double confidence) {}

  private static final int WINDOW_PART = 3;
  private static final int FIRST_SWEEPS = 6;
  private static final int SWEEPS = 1;

  private record Link(int reader, int item, Instant at) {}

  private final Shape shape;
  private final Protocol protocol;
  private final LiveItems live;
  private final Chance chance;
  private final Map<UserId, Integer> numbers = new HashMap<>();
  private final ArrayDeque<Link> links = new ArrayDeque<>();
  private final FactorSide readers;
  private final FactorSide items;
  private final Set<Integer> changed = new TreeSet<>();
  private Instant trainAt = Instant.MIN;
  private int sweeps = FIRST_SWEEPS;

  Factors(Shape shape, Protocol protocol, LiveItems live, Chance chance) {
    this.shape = shape;
    this.protocol = protocol;
    this.live = live;
    this.chance = chance;
    readers = new FactorSide(shape);
    items = new FactorSide(shape);
  }

  /// Returns those that a tuning chooses from.
  static List<Affinity> grid(Protocol protocol, LiveItems live, long seed) {
    var chance = Chance.of(seed, "replay/factors");
    var grid = new ArrayList<Affinity>();
    for (int factors : new int[] {4, 8}) {
      for (double confidence : new double[] {10, 30}) {
        grid.add(new Factors(new Shape(factors, 0.1, confidence), protocol, live, chance));
      }
    }
    return grid;
  }

  @Override
  public String settings() {
    return shape.factors()
        + " factors, regularisation "
        + shape.regularisation()
        + ", confidence "
        + shape.confidence();
  }

  @Override
  public void tell(UserId reader, SequencedSet<Integer> earlier, int item, Instant at) {
    int number = numbers.computeIfAbsent(reader, _ -> numbers.size());
    links.add(new Link(number, item, at));
    readers.link(number, item);
    items.link(item, number);
    changed.add(item);
  }

  @Override
  public double[] to(UserId reader, SequencedSet<Integer> engaged, Instant now) {
    if (!now.isBefore(trainAt) && !links.isEmpty()) {
      train(now);
    }
    changed.stream().filter(items::isStale).forEach(item -> items.solve(item, readers));
    changed.clear();
    var near = new double[live.size()];
    int number = numbers.getOrDefault(reader, -1);
    if (number >= 0 && readers.links(number) > 0) {
      readers.solve(number, items);
      double[] own = readers.factors(number);
      for (int i = 0; i < near.length; i++) {
        near[i] = Math.max(0, product(own, items.factors(live.oldest() + i)));
      }
    }
    return near;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private void train(Instant now) {
    forget(now.minus(protocol.window().dividedBy(WINDOW_PART)));
    start();
    for (int sweep = 0; sweep < sweeps; sweep++) {
      items.settle();
      solve(readers, items);
      readers.settle();
      solve(items, readers);
    }
    items.settle();
    changed.clear();
    sweeps = SWEEPS;
    trainAt = now.plus(protocol.trainEvery());
  }

  private void forget(Instant limit) {
    while (!links.isEmpty() && links.getFirst().at().isBefore(limit)) {
      var old = links.removeFirst();
      readers.unlink(old.reader(), old.item());
      items.unlink(old.item(), old.reader());
    }
  }

  /// Draws factors for the items that have none yet.
  private void start() {
    for (int item = 0; item < items.size(); item++) {
      if (items.links(item) > 1 && items.factors(item).length == 0) {
        var row = new double[shape.factors()];
        for (int factor = 0; factor < row.length; factor++) {
          row[factor] = chance.uniform(item, factor, 0) / row.length;
        }
        items.set(item, row);
      }
    }
  }

  private static void solve(FactorSide side, FactorSide other) {
    for (int own = 0; own < side.size(); own++) {
      if (side.links(own) > 1) {
        side.solve(own, other);
      }
    }
  }
}
