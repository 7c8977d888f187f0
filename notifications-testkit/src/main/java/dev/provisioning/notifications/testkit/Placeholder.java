package dev.provisioning.notifications.testkit;

/** Keeps the package alive until its types arrive. */
interface Placeholder {}
