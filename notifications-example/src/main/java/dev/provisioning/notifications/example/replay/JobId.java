package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;

/** The id of a synchronization job, such as {@code BoxOutDelta.7928d5b5}: a template, a dot, and a tenant. */
record JobId(String id) {
    private static final String UNKNOWN = "unknown";

    /** {@return the application of the job; a job serves one application of one tenant} */
    AppId app() {
        int dot = id.lastIndexOf('.');
        String tenant = dot < 0 ? UNKNOWN : Fields.plain(id.substring(dot + 1));
        return AppId.of(Issue.oneLine(tenant), Issue.oneLine(id));
    }

    /** {@return what the application is called, as far as its template tells} */
    String template() {
        int dot = id.indexOf('.');
        String template = dot < 0 ? id : id.substring(0, dot);
        return template.replaceAll("(Out|In)(Delta)?$", "");
    }
}
