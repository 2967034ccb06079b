/** The pages for firms: submitting, following and rating an appeal, with a link or signed in, and the firm's messages. */
package org.zhitongche.web.firm;
