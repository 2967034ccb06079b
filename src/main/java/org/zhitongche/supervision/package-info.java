/** 督办: the clocks' lights, and what follows when they turn red. */
package org.zhitongche.supervision;
