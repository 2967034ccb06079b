package org.zhitongche.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to the data: pooled connections, SQL and transactions, whatever server is behind. */
public final class Database implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final HikariDataSource dataSource;
    private final JdbcClient sql;
    private final DataSourceTransactionManager manager;

    private Database(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
        this.manager = new DataSourceTransactionManager(dataSource);
    }

    public static Database open(String url, String user, String password, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(poolSize, 2));
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "zhitongche");
        try {
            return new Database(new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            throw new StartFailure("the database at " + url + " does not let us in (" + rootCause(e).getMessage() + ")",
                    "start it, or correct database.url, database.user and database.password", e);
        } catch (RuntimeException e) {
            throw new StartFailure("database.url=" + url + " names no database (" + e.getMessage() + ")",
                    "write it like jdbc:postgresql://db.example/zhitongche, or leave it empty", e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient sql() {
        return sql;
    }

    public DataSourceTransactionManager manager() {
        return manager;
    }

    /** For what one transaction writes without asking. */
    public Writes writes() {
        return new Writes(new JdbcTemplate(dataSource));
    }

    public TransactionTemplate tx() {
        return new TransactionTemplate(manager);
    }

    /** A part of the transaction under way that can be taken back by itself: what it locked is let go with it. */
    public TransactionStatus savepoint() {
        return manager.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /** Brings the schema to what this release knows; refuses one that a newer release has changed. */
    public void migrate() {
        new Migrations(dataSource).run();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    private static Throwable rootCause(Throwable failure) {
        return failure.getCause() == null ? failure : rootCause(failure.getCause());
    }
}
