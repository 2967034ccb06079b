package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.util.UUID;

/** Who acts for whom, in a list. @param over its last day is past */
public record StandInRow(UUID id, String absent, String deputy, LocalDate from, LocalDate to, String reason, boolean over) {
}
