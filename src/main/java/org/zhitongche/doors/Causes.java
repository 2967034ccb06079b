package org.zhitongche.doors;

import org.apache.camel.RuntimeCamelException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Finds what a bean threw below what Camel wrapped around it. */
final class Causes {

    private Causes() {}

    /** The same list as in the routes' error paths: what passes by itself, and is no fault of what came in. */
    static boolean isInfrastructure(Throwable failure) {
        return failure instanceof TransientDataAccessException || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException || failure instanceof TransactionException;
    }

    static RuntimeException unwrapped(RuntimeException wrapped) {
        Throwable each = wrapped;
        while (each instanceof RuntimeCamelException && each.getCause() != null) {
            each = each.getCause();
        }
        if (each instanceof Error error) {
            throw error;
        }
        return each instanceof RuntimeException own ? own : wrapped;
    }
}
