/** Papers as downloads. */
package org.zhitongche.web.papers;
