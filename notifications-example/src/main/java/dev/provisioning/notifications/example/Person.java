package dev.provisioning.notifications.example;

/**
 * Somebody who has, or is to have, an account.
 *
 * @param id the number by which the personnel office and every application know the person
 * @param givenName the first name
 * @param familyName the last name
 * @param mail the mail address
 */
record Person(String id, String givenName, String familyName, String mail) {}
