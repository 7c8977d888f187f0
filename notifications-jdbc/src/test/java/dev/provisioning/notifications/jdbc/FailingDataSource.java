package dev.provisioning.notifications.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that fail as a test has told, each fault once, in their order. */
final class FailingDataSource {
    private final DataSource real;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger executed = new AtomicInteger();

    /** Where something fails. */
    enum Where {
        /** No connection is to be had. */
        CONNECTING,
        /** The statement does not reach the database. */
        BEFORE,
        /** The statement has taken effect, and its answer is lost. */
        AFTER
    }

    private record Fault(Where where, String begins, String state) {}

    FailingDataSource(DataSource real) {
        this.real = real;
    }

    /** The next connection, or the next statement that begins so, fails with an SQLSTATE. */
    void fail(Where where, String begins, String state) {
        faults.add(new Fault(where, begins, state));
    }

    /** How many statements were to be executed. */
    int executed() {
        return executed.get();
    }

    DataSource proxy() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                failIf(Where.CONNECTING, "");
                return connection((Connection) call(real, method, arguments));
            }
            return call(real, method, arguments);
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? statement(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            executed.incrementAndGet();
            failIf(Where.BEFORE, sql);
            Object result = call(statement, method, arguments);
            failIf(Where.AFTER, sql);
            return result;
        });
    }

    private void failIf(Where where, String sql) throws SQLException {
        Fault next = faults.peek();
        if (next != null && next.where == where && sql.startsWith(next.begins)) {
            faults.remove();
            throw new SQLException("made up", next.state);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
