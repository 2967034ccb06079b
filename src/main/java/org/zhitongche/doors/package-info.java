/** Mail and queues, in and out, and the pipeline between: with {@code app} the only code that knows Camel. */
package org.zhitongche.doors;
