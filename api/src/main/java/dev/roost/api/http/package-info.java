/// The HTTP interface: one table of endpoints over the ways into a node, strict JSON in, problem
/// documents out.
///
/// The table, and not a tree of nested directives, is the only list of what is served: matching,
/// labels of metrics, the contract with `openapi.yaml` and, later, the policy of each endpoint read
/// it.
@NullMarked
package dev.roost.api.http;

import org.jspecify.annotations.NullMarked;
