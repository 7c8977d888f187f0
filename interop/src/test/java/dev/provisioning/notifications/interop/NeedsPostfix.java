package dev.provisioning.notifications.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that start a Postfix: skipped unless the profile {@code interop} asks for them, and then not to be skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostfixCondition.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@interface NeedsPostfix {}
