package dev.roost.simulator.image;

import com.esotericsoftware.kryo.util.MapReferenceResolver;

/// Keeps track of what was written, but for what has no identity to lose.
final class IdentityReferences extends MapReferenceResolver {

  @Override
  @SuppressWarnings("rawtypes") // as Kryo has it
  public boolean useReferences(Class type) {
    return super.useReferences(type) && type != String.class && !type.isEnum();
  }
}
