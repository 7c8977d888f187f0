package dev.provisioning.notifications.embedding.host;

import java.security.AccessController;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** System properties that note who reads them. What Java itself reads is its own business, and so is what SLF4J reads. */
@SuppressWarnings({"serial", "removal", "UnsynchronizedOverridesSynchronized"})
final class PropertyReads extends Properties {
    /** Those through whom others read. */
    private static final Set<Class<?>> THROUGH =
            Set.of(System.class, Properties.class, Boolean.class, Integer.class, Long.class, AccessController.class);

    private final transient Properties original;
    private final transient Set<String> reads = new ConcurrentSkipListSet<>();

    private PropertyReads(Properties original) {
        this.original = original;
        super.putAll(original);
    }

    /** Takes the place of the system properties. */
    static PropertyReads begin() {
        PropertyReads reads = new PropertyReads(System.getProperties());
        System.setProperties(reads);
        return reads;
    }

    /** Gives it back; whether it was left as it was. */
    boolean end() {
        System.setProperties(original);
        return original.equals(this);
    }

    /** Which were read by whom. */
    Set<String> byLibraries() {
        return reads;
    }

    @Override
    public @Nullable String getProperty(String key) {
        note(key);
        return super.getProperty(key);
    }

    @Override
    public @Nullable String getProperty(String key, @Nullable String absent) {
        note(key);
        return super.getProperty(key, absent);
    }

    @Override
    public @Nullable Object get(Object key) {
        note(key);
        return super.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        note(key);
        return super.containsKey(key);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        note("*");
        return super.entrySet();
    }

    @Override
    public Set<Object> keySet() {
        note("*");
        return super.keySet();
    }

    @Override
    public Collection<Object> values() {
        note("*");
        return super.values();
    }

    @Override
    public Set<String> stringPropertyNames() {
        note("*");
        return super.stringPropertyNames();
    }

    @Override
    public Enumeration<Object> keys() {
        note("*");
        return super.keys();
    }

    @Override
    public Enumeration<?> propertyNames() {
        note("*");
        return super.propertyNames();
    }

    private void note(Object key) {
        Class<?> reader = Caller.innermost(THROUGH::contains);
        if (!Caller.isJava(reader) && !reader.getName().startsWith("org.slf4j.")) {
            reads.add(key + " by " + reader.getName());
        }
    }
}
