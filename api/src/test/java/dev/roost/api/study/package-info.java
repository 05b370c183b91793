/// Experiments on ranking that need to know the truth: how good it could be, and what each part of
/// it is worth.
@NullMarked
package dev.roost.api.study;

import org.jspecify.annotations.NullMarked;
