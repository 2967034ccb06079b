/** The pages of policies: the centre's desk with audience and push, what firms see, and the documents for programs. */
package org.zhitongche.web.policy;
