package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import java.util.Locale;

/** The strings that an engine has anyway, of so many applications: a tenant has ten, everything else is each one's own. */
final class Words {
    private static final int OF_A_TENANT = 10;

    private final String[] tenants;
    private final String[] names;
    private final String[] keys;
    private final String[] summaries;

    Words(int applications) {
        tenants = new String[(applications + OF_A_TENANT - 1) / OF_A_TENANT];
        names = new String[applications];
        keys = new String[applications];
        summaries = new String[applications];
        for (int i = 0; i < tenants.length; i++) {
            tenants[i] = String.format(Locale.ROOT, "contoso-%06d", i);
        }
        for (int i = 0; i < applications; i++) {
            names[i] = "salesforce-" + i;
            keys[i] = "sign-in/svc-provisioning-" + i;
            summaries[i] = "The application refuses the password of the service account in salesforce-" + i
                    + ": it has expired";
        }
    }

    int applications() {
        return names.length;
    }

    /** An issue of an application, new but for its strings. */
    Issue issue(int number) {
        return Issue.builder(AppId.of(tenants[number / OF_A_TENANT], names[number]), IssueKind.CREDENTIALS_INVALID)
                .key(keys[number])
                .summary(summaries[number])
                .build();
    }
}
