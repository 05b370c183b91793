/// Tests of the drift detectors, and the synthetic stream they are held against.
@NullMarked
package dev.roost.model.drift;

import org.jspecify.annotations.NullMarked;
