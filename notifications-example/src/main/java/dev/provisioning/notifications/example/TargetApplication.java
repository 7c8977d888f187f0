package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;

/**
 * An application that people get accounts in: where it is, and how to sign in.
 *
 * @param id names it to the library
 * @param name names it to people, and in the file of the personnel office
 * @param port where its directory listens on this machine
 * @param peopleDn below which entry of the directory the accounts are
 * @param account what the engine signs in with
 */
record TargetApplication(AppId id, String name, int port, String peopleDn, ServiceAccount account) {}
