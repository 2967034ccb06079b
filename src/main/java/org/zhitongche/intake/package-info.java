/** Taking in: which firm speaks, what it makes of the appeal, and the ledger of everything that ever arrived. */
package org.zhitongche.intake;
