/// The registry of models: its facts, the trials of challengers, and the files of models.
@NullMarked
package dev.roost.actors.registry;

import org.jspecify.annotations.NullMarked;
