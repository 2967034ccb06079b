/** The demo: made-up but lifelike, plainly recognisable as such, and sent through the real doors. */
package org.zhitongche.demo;
