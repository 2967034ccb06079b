package org.zhitongche.web.desk;

import org.zhitongche.appeal.OrderReads;

/** An order on a department's desk. */
public record OrderRow(OrderReads.Row row, Due due) {}
