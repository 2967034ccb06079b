/**
 * Which appeals tell of the same matter: signatures of their texts, searched by bands; what follows from them (repeats,
 * joint appeals proposed, similar decided cases, hot topics), and which replies of a department are nearly identical. It proposes, and never decides.
 */
package org.zhitongche.similar;
