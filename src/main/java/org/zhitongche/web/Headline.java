package org.zhitongche.web;

import java.time.LocalDate;

/** Something new on the front page, such as a policy. */
public record Headline(String title, String link, LocalDate at) {
}
