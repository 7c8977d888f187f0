package dev.provisioning.notifications.soak.child;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.nio.file.Path;
import java.time.Duration;

/** Opens the store under test. */
final class Stores {
    /** What the pool of connections is called. */
    static final String POOL = "pool";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Stores() {}

    static NotificationStore open(Orders orders) {
        return orders.isShared() ? shared(orders) : JdbcNotificationStore.file(Path.of(orders.store()));
    }

    private static NotificationStore shared(Orders orders) {
        HikariDataSource pool = pool(orders);
        try {
            return JdbcNotificationStore.builder(pool)
                    .operationTimeout(PATIENCE)
                    .pollInterval(orders.flush())
                    .open();
        } catch (StoreException e) {
            pool.close();
            throw e;
        }
    }

    /** With short time-outs: a fault is to be over when the next one comes. */
    private static HikariDataSource pool(Orders orders) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(orders.store());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        // So that it can be seen how many there are.
        config.setPoolName(POOL);
        config.setRegisterMbeans(true);
        config.addDataSourceProperty("socketTimeout", "2");
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("ApplicationName", orders.name());
        return new HikariDataSource(config);
    }
}
