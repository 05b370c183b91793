/// Learning from what was served: outcomes, training, the registry of models.
@NullMarked
package dev.roost.actors.learn;

import org.jspecify.annotations.NullMarked;
