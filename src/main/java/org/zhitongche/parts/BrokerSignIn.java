package org.zhitongche.parts;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.security.AbstractAuthenticationBroker;
import org.apache.activemq.security.SecurityContext;

/** Lets in users with a name and a password, and nobody else: there is no anonymous user. */
final class BrokerSignIn extends AbstractAuthenticationBroker {

    private final BrokerUsers users;

    BrokerSignIn(Broker next, BrokerUsers users) {
        super(next);
        this.users = users;
    }

    /** A signed-in user. */
    static final class SignedIn extends SecurityContext {
        private final BrokerUser user;

        private SignedIn(BrokerUser user) {
            super(user.name());
            this.user = user;
        }

        BrokerUser user() {
            return user;
        }

        @Override
        public Set<Principal> getPrincipals() {
            return Set.of();
        }
    }

    @Override
    public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
        if (context.getSecurityContext() == null) {
            SecurityContext signedIn = authenticate(info.getUserName(), info.getPassword(), null);
            context.setSecurityContext(signedIn);
            securityContexts.add(signedIn);
        }
        try {
            super.addConnection(context, info);
        } catch (Exception e) {
            securityContexts.remove(context.getSecurityContext());
            context.setSecurityContext(null);
            throw e;
        }
    }

    @Override
    public SecurityContext authenticate(String name, String password, X509Certificate[] certificates) {
        if (name == null || name.isBlank() || password == null || password.isEmpty()) {
            throw new SecurityException("A user name and a password are required.");
        }
        // The broker stamps each message with the name given at the connect, so it must be the user's, letter by letter.
        return users.findUser(name, password).filter(user -> user.name().equals(name)).map(SignedIn::new)
                .orElseThrow(() -> new SecurityException("User name or password is wrong."));
    }
}
