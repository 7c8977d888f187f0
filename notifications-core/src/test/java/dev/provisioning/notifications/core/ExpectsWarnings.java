package dev.provisioning.notifications.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that makes the library log warnings or errors: on a method it must, on a class each of its tests may. Any other
 * test {@linkplain FailsOnWarnings fails on them}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ExpectsWarnings {}
