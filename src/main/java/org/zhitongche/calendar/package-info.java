/** The versions of the calendar: which is in force, what a new one would move, and how it is put in force. */
package org.zhitongche.calendar;
