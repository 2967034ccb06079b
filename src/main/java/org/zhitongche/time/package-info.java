/** The work calendar, terms and due times: pure functions, no clock and no database in here. */
package org.zhitongche.time;
