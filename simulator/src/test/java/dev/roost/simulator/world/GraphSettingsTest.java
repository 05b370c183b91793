package dev.roost.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.simulator.scenario.WorldFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class GraphSettingsTest {

  @Test
  void refusesEachNumberBelowItsRange() throws ReflectiveOperationException {
    var components = GraphSettings.class.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      var values = new Object[components.length];
      for (int j = 0; j < values.length; j++) {
        values[j] = components[j].getAccessor().invoke(WorldFile.usual().follows());
      }
      values[i] =
          components[i].getType() == int.class ? Integer.valueOf(-1) : (Object) Double.valueOf(-1);
      String key = components[i].getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      assertThatThrownBy(() -> made(values))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key);
    }
  }

  @Test
  void refusesSharesOfMoreThanAll() {
    var usual = WorldFile.usual().follows();
    assertThatThrownBy(
            () ->
                new GraphSettings(
                    usual.medianFollows(), 1, 1, 150, 0.5, 0.3, 0.3, 0, 8, 0.3, 0.7, 0.1, 0.1, 9))
        .hasMessageContaining("sum");
    assertThatThrownBy(
            () ->
                new GraphSettings(
                    Double.NaN, 1, 1, 150, 0.1, 0.1, 0.1, 0, 8, 0.3, 0.7, 0.1, 0.1, 9))
        .hasMessageContaining("median-follows");
    assertThat(usual.most()).isGreaterThan(usual.fewest());
  }

  private static void made(Object[] values) throws Throwable {
    var types =
        Arrays.stream(GraphSettings.class.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      GraphSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
