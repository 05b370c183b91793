/// The simulator's port on the actors of this JVM.
@NullMarked
package dev.roost.api.port;

import org.jspecify.annotations.NullMarked;
