package org.zhitongche.policy;

import java.util.List;

/** A piece of SQL and the values for its places, in order. */
record Condition(String sql, List<Object> values) {}
