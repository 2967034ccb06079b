package org.zhitongche.app;

/** A command could not do what it was asked, for a reason that the caller can mend. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }
}
