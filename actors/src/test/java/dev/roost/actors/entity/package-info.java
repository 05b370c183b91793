/// Tests.
@NullMarked
package dev.roost.actors.entity;

import org.jspecify.annotations.NullMarked;
