package org.zhitongche.doors;

import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Last step of a box: the mail goes into the folder that was said, or, where a kill left it in both, only out of the box. */
final class MoveMail {

    static final String MOVED_BEFORE = "movedBefore";

    public void to(@Body String folder, Exchange exchange) {
        if (exchange.getProperty(MOVED_BEFORE, false, Boolean.class)) {
            exchange.getMessage().setHeader("CamelMailDelete", true);
        } else {
            exchange.getMessage().setHeader("CamelMailMoveTo", folder);
        }
    }
}
