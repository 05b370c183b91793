/// Entities apart from their subject: pure decisions, and the two hosts that run them.
@NullMarked
package dev.roost.actors.entity;

import org.jspecify.annotations.NullMarked;
