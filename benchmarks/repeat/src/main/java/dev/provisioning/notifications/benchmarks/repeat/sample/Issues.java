package dev.provisioning.notifications.benchmarks.repeat.sample;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One issue of each of many applications, with a summary of about a hundred characters that tells them apart. */
public final class Issues {
    private static final int OF_ONE_TENANT = 10;
    private static final long SEED = 20260102;

    private Issues() {}

    /**
     * Makes issues. Those of two calls are equal, and share no text that is of one application.
     *
     * @param applications of how many applications
     * @return an issue of each
     */
    public static Issue[] of(int applications) {
        return IntStream.range(0, applications).mapToObj(Issues::issue).toArray(Issue[]::new);
    }

    /**
     * Gives an order that is as good as random, and the same whenever it is asked for. It is not the order in which anything
     * was made, and so not that in which it lies in memory.
     *
     * @param applications of how many applications
     * @return the index of each, once
     */
    public static int[] order(int applications) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, applications).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Issue issue(int number) {
        AppId app = AppId.of("contoso-" + number / OF_ONE_TENANT, "salesforce-" + number % OF_ONE_TENANT);
        return Issue.builder(app, IssueKind.CREDENTIALS_INVALID)
                .summary("The application refuses the password of the service account svc-provisioning of " + app
                        + ": it has expired")
                .build();
    }
}
