/** Pages of numbers: the figures with the cases behind each, and the ledger of what came in. */
package org.zhitongche.web.numbers;
