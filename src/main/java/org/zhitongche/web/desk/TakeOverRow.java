package org.zhitongche.web.desk;

import org.zhitongche.directory.TakeOver;

/** A take-over in a list. @param rules how many rules in force still name the department */
public record TakeOverRow(TakeOver takeOver, long rules) {
}
