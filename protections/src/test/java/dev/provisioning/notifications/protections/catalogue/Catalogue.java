package dev.provisioning.notifications.protections.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** All mutations, room by room. */
public final class Catalogue {
    private static final List<List<Mutation>> ROOMS = List.of(
            ClaimsAndTheMark.all(),
            ReportsUnderWay.all(),
            OffResolveAndCycle.all(),
            TimeAndNumbers.all(),
            StoresThatLast.all(),
            MailsThatLeave.all(),
            Bounds.all(),
            PeopleAndSecrets.all());

    private Catalogue() {}

    /** {@return every mutation} */
    public static List<Mutation> all() {
        return ROOMS.stream().flatMap(List::stream).toList();
    }

    /** {@return the first of each room: few enough for every build} */
    public static Stream<Mutation> sample() {
        return ROOMS.stream().map(room -> room.get(0));
    }
}
