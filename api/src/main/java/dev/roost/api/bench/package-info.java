/// Benchmarks of Roost beside what others would use, on one machine in one run.
@NullMarked
package dev.roost.api.bench;

import org.jspecify.annotations.NullMarked;
