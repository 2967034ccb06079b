package org.zhitongche.demo.year;

/** What the people of the year share. */
record World(YearPlan plan, YearClock clock, Agenda agenda, OfficeTime office, Hands hands, YearFirms firms, YearCentre centre, YearDesk desk) {}
