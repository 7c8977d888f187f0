package dev.provisioning.notifications.example;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cycle has to change, so that an application has accounts for exactly the people who need it.
 *
 * @param create who gets an account
 * @param update whose account is not as it should be
 * @param delete whose account goes
 * @param present how many accounts there were before
 */
record Plan(List<Person> create, List<Person> update, List<Person> delete, int present) {
    /** The largest part of the accounts that a cycle deletes, in percent. */
    static final int MOST_DELETES_PERCENT = 20;

    private static final int ALWAYS_ALLOWED = 5;

    static Plan between(Collection<Person> needed, Map<String, Person> accounts) {
        List<Person> create = new ArrayList<>();
        List<Person> update = new ArrayList<>();
        Map<String, Person> left = new HashMap<>(accounts);
        for (Person person : needed) {
            Person account = left.remove(person.id());
            if (account == null) {
                create.add(person);
            } else if (!account.equals(person)) {
                update.add(person);
            }
        }
        return new Plan(create, update, List.copyOf(left.values()), accounts.size());
    }

    /** {@return whether so many accounts would go that somebody should look first} */
    boolean deletesTooMany() {
        return delete.size() > ALWAYS_ALLOWED && deletedPercent() > MOST_DELETES_PERCENT;
    }

    /** {@return how large a part of the accounts would go} */
    int deletedPercent() {
        return present == 0 ? 0 : delete.size() * 100 / present;
    }

    Changes changes() {
        return new Changes(create.size(), update.size(), delete.size());
    }

    void applyTo(Accounts accounts) {
        create.forEach(accounts::create);
        update.forEach(accounts::update);
        delete.forEach(accounts::delete);
    }
}
