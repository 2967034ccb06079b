/** The appeal itself: what is submitted, its events, its state, its assignments, and the one way in which any of it changes. */
package org.zhitongche.appeal;
