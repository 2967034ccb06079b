/** Learns from decided texts what a text is about or whose it is, and tells it with a probability and its reasons. */
package org.zhitongche.classify.model;
