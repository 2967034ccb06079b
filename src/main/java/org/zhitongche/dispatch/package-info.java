/** Who should answer: a pure function of category, region and the directory, with a reason for each choice. */
package org.zhitongche.dispatch;
