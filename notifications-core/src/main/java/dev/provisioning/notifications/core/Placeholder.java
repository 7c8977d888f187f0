package dev.provisioning.notifications.core;

/** Keeps the package alive until its types arrive. */
interface Placeholder {}
