package dev.roost.simulator.image;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.util.DefaultClassResolver;
import java.util.function.Predicate;

/// Resolves classes by name, but those only that are data.
final class DataClasses extends DefaultClassResolver {

  private final Predicate<Class<?>> isData;

  DataClasses(Predicate<Class<?>> isData) {
    this.isData = isData;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kryo has it
  public Registration registerImplicit(Class type) {
    if (!isData.test(type)) {
      throw new KryoException(type.getName() + " is not data");
    }
    return super.registerImplicit(type);
  }
}
