package org.zhitongche.doors;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * What {@code transacted} means in our routes: a Spring transaction around the steps, rolled back on any failure.
 * Camel's own policy brings an error handler that logs each refused action as a failure and hides it from the door's
 * error path; here the failure goes on to the door as it is.
 */
final class Required implements TransactedPolicy {

    private final PlatformTransactionManager manager;

    Required(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> {
            exchange.getUnitOfWork().beginTransactedBy(this);
            try {
                inTransaction(steps, exchange);
            } finally {
                exchange.getUnitOfWork().endTransactedBy(this);
            }
        };
    }

    private void inTransaction(Processor steps, Exchange exchange) throws Exception {
        TransactionStatus transaction = manager.getTransaction(TransactionDefinition.withDefaults());
        try {
            steps.process(exchange);
        } catch (Exception | Error e) {
            manager.rollback(transaction);
            throw e;
        }
        if (exchange.getException() != null || exchange.isRollbackOnly()) {
            manager.rollback(transaction);
        } else {
            manager.commit(transaction);
        }
    }
}
