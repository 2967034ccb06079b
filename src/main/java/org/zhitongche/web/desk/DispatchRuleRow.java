package org.zhitongche.web.desk;

import java.util.UUID;

/** A rule of dispatch in a list. @param ended it holds no more @param mayEnd its end is not laid down yet */
public record DispatchRuleRow(UUID id, String condition, String decides, String validity, String source, boolean ended, boolean mayEnd) {
}
