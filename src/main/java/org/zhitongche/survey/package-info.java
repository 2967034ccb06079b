/** 回访: the firm says whether it was contacted, whether it is solved, and how satisfied it is. */
package org.zhitongche.survey;
