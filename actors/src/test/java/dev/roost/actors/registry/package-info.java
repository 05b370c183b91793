/// Tests of the registry of models and of its trials.
@NullMarked
package dev.roost.actors.registry;

import org.jspecify.annotations.NullMarked;
