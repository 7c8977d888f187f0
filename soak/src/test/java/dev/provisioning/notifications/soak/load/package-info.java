/**
 * An hour of three nodes under many times real load while one thing after another goes wrong: whether anything is lost, told
 * twice, or never given back. What real load is stands in {@link dev.provisioning.notifications.soak.load.Load}, what may go
 * wrong in {@link dev.provisioning.notifications.soak.load.Misfortunes}, what a leak is in
 * {@link dev.provisioning.notifications.soak.load.LeakJudge}.
 */
@NullMarked
package dev.provisioning.notifications.soak.load;

import org.jspecify.annotations.NullMarked;
