/** What the house says to people, by key, in their language. */
package org.zhitongche.words;
