package dev.provisioning.notifications.interop;

/** A field of what a host says, into which words may get that somebody else wrote. */
enum Spot {
    TENANT("app.tenant", "contoso"),
    NAME("app.name", "hr"),
    KIND("kind.name", "own-kind"),
    KEY("issue.key", "key"),
    SUMMARY("issue.summary", "summary"),
    DETAIL("issue.detail", "detail"),
    REMEDY("issue.remedy", "remedy"),
    FACT_NAME("issue.facts", "fact"),
    FACT("issue.facts", "value"),
    LINK_LABEL("link.label", "log"),
    LINK_ADDRESS("link.uri", "https://iam.example.com/log"),
    LINK_ROLE("link.role", "reader"),
    CONSEQUENCE("deadline.consequence", "consequence"),
    DISPLAY_NAME("subscription.displayName", "Human resources"),
    LANGUAGE("subscription.language", "en"),
    REPORT_LABEL("link.label", "report"),
    REPORT_ADDRESS("link.uri", "https://iam.example.com/report"),
    REPORT_ROLE("link.role", "auditor"),
    SETTINGS_LABEL("link.label", "settings"),
    SETTINGS_ADDRESS("link.uri", "https://iam.example.com/settings"),
    SETTINGS_ROLE("link.role", "owner"),
    RECIPIENT_KIND("recipient.kind", "mail"),
    RECIPIENT("recipient.address", "owners@example.com");

    private final String path;
    private final String harmless;

    Spot(String path, String harmless) {
        this.path = path;
        this.harmless = harmless;
    }

    /** How a refusal names it. */
    String path() {
        return path;
    }

    /** What stands there if nobody means harm. */
    String harmless() {
        return harmless;
    }

    /** A value with a piece inside that means harm. */
    String with(String piece) {
        if (path.equals("link.uri")) {
            return harmless + "/alpha" + piece + "omega";
        }
        return this == RECIPIENT ? "alpha" + piece + "omega@example.com" : "alpha" + piece + "omega";
    }

    boolean isAddress() {
        return path.equals("link.uri");
    }

    /** Whether a reader gets to see it: what names things for programs, he does not. */
    boolean isTold() {
        return switch (this) {
            case TENANT, NAME, KIND, KEY, LANGUAGE, RECIPIENT_KIND, RECIPIENT -> false;
            default -> true;
        };
    }
}
