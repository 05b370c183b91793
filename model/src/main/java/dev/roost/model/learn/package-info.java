/// What is learned from: impressions joined with what came of them.
@NullMarked
package dev.roost.model.learn;

import org.jspecify.annotations.NullMarked;
