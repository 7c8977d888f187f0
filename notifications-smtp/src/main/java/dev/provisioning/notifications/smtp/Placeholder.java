package dev.provisioning.notifications.smtp;

/** Keeps the package alive until its types arrive. */
interface Placeholder {}
