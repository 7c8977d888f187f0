package dev.provisioning.notifications.core;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test in which the library logs a warning or an error, unless the test {@linkplain ExpectsWarnings expects} it.
 * An operator has to act on each of them, so none may come up by the way.
 *
 * <p>Registered for all tests through the service loader. Keeps the events from the console.
 */
public final class FailsOnWarnings implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(FailsOnWarnings.class);
    private static final String LIBRARY = "dev.provisioning.notifications";

    @Override
    public void beforeEach(ExtensionContext context) {
        Warnings warnings = new Warnings();
        warnings.listen();
        context.getStore(HERE).put(Warnings.class, warnings);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Warnings warnings = context.getStore(HERE).remove(Warnings.class, Warnings.class);
        if (warnings == null) {
            return;
        }
        warnings.ignore();
        if (context.getExecutionException().isEmpty()) {
            judge(context.getRequiredTestMethod(), context.getRequiredTestClass(), warnings.messages);
        }
    }

    static void judge(AnnotatedElement test, AnnotatedElement itsClass, List<String> messages) {
        boolean required = test.isAnnotationPresent(ExpectsWarnings.class);
        boolean allowed = required || itsClass.isAnnotationPresent(ExpectsWarnings.class);
        if (!allowed && !messages.isEmpty()) {
            throw new AssertionError("The library logged, unexpectedly: " + messages);
        }
        if (required && messages.isEmpty()) {
            throw new AssertionError("The library logged no warning, though the test expects one");
        }
    }

    /** Keeps what the library warns of. */
    static final class Warnings extends AppenderBase<ILoggingEvent> {
        final List<String> messages = new CopyOnWriteArrayList<>();
        private final Logger library = (Logger) LoggerFactory.getLogger(LIBRARY);

        void listen() {
            setContext(library.getLoggerContext());
            start();
            library.setLevel(Level.WARN);
            library.setAdditive(false);
            library.addAppender(this);
        }

        void ignore() {
            library.detachAppender(this);
            library.setLevel(null);
            library.setAdditive(true);
            stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            messages.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }
}
