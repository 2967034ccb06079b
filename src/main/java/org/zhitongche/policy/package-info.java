/** Policies: for whom they are, who would get them, and the push that tells each firm once. */
package org.zhitongche.policy;
