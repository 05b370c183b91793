/// Tests of the HTTP interface, through a real socket.
@NullMarked
package dev.roost.api.http;

import org.jspecify.annotations.NullMarked;
