package dev.roost.simulator.replay;

import dev.roost.model.domain.RequestId;

/// A question that a recommender has answered.
///
/// @param request by which engagements cite the answer
record Asked(Question question, RequestId request, Served served) {}
