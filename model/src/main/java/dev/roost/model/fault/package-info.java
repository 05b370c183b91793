/// Silent faults of a recommender's own pipeline, which a simulation switches on and off to put
/// monitors to the proof. A service has none.
@NullMarked
package dev.roost.model.fault;

import org.jspecify.annotations.NullMarked;
