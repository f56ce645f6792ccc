package org.sharedregistry.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Notes the statements that the registry sends to its database, while told to; costs nothing otherwise. */
@Component
final class Statements implements BeanPostProcessor {

    private volatile @Nullable List<Noted> noting;

    /** The statements that are sent to answer HTTP while some work is done. */
    List<Noted> during(Runnable work) {
        List<Noted> noted = Collections.synchronizedList(new ArrayList<>());
        noting = noted;
        try {
            work.run();
        } finally {
            noting = null;
        }
        return List.copyOf(noted);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? noting(database) : bean;
    }

    private DataSource noting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                List<Noted> into = noting;
                boolean answers = Thread.currentThread().getName().startsWith("http-nio");
                return into == null || !answers ? super.getConnection() : noting(super.getConnection(), into);
            }
        };
    }

    private static Connection noting(Connection connection, List<Noted> into) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? noting((PreparedStatement) result, arguments[0].toString(), into)
                    : result;
        });
    }

    private static PreparedStatement noting(PreparedStatement statement, String sql, List<Noted> into) {
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set")) {
                values.add(new Value(method, arguments));
            }
            long start = System.nanoTime();
            Object result = call(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                into.add(new Noted(sql, List.copyOf(values), (System.nanoTime() - start) / 1e6));
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    /** A value of a statement, by the call that set it. */
    private static final class Value {
        private final Method setter;
        private final Object[] arguments;

        Value(Method setter, Object[] arguments) {
            this.setter = setter;
            this.arguments = arguments;
        }
    }

    /** A statement that was sent. */
    static final class Noted {
        private final String sql;
        private final List<Value> values;
        private final double millis;

        private Noted(String sql, List<Value> values, double millis) {
            this.sql = sql;
            this.values = values;
            this.millis = millis;
        }

        /** The statement, how long it took, and the plan that it is carried out by now. */
        void print(Connection connection) throws Throwable {
            System.out.printf("%n%.2f ms%n%s%n", millis, sql);
            try (PreparedStatement explained = connection.prepareStatement("explain (analyze, buffers) " + sql)) {
                for (Value value : values) {
                    call(explained, value.setter, value.arguments);
                }
                try (ResultSet plan = explained.executeQuery()) {
                    while (plan.next()) {
                        System.out.println("  " + plan.getString(1));
                    }
                }
            }
        }
    }
}
