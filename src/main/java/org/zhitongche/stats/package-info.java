/** Figures: rates with their numerators and denominators, as they were known at a cut-off, read from the spans alone. */
package org.zhitongche.stats;
