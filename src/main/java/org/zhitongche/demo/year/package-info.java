/** A made-up year: what firms, departments and the centre do over it, at moments of a clock that is set by hand. */
package org.zhitongche.demo.year;
