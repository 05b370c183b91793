/// Tests of faults of the pipeline.
@NullMarked
package dev.roost.model.fault;

import org.jspecify.annotations.NullMarked;
