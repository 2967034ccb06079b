/** The pages on which departments and the centre work: lists, the case file and its forms, staff entry, what needs a hand. */
package org.zhitongche.web.desk;
