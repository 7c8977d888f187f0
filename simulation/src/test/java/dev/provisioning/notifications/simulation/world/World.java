package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.simulation.check.Journal;
import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.simulation.plan.Element;
import dev.provisioning.notifications.simulation.plan.Happening;
import dev.provisioning.notifications.simulation.plan.MailTrouble;
import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.plan.Setting;
import dev.provisioning.notifications.simulation.plan.Setting.InDoubt;
import dev.provisioning.notifications.simulation.plan.Setting.Window;
import dev.provisioning.notifications.simulation.plan.Stage;
import dev.provisioning.notifications.simulation.plan.Throwing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a plan, from its beginning to its end. */
public final class World implements Stage {
    static final long MILLI = 1_000_000;
    static final long MINUTE_MILLIS = 60_000;

    private final Setting setting;
    private final Plan plan;
    private final Sabotage sabotage;
    private final @Nullable Trace trace;
    private final Tally tally = new Tally();
    private final Agenda agenda = new Agenda();
    private final Journal journal;
    private final Troubles troubles;
    private final WrongClocks clocks;
    private final Administrators administrators;
    private final Engines engines;
    private final Lives lives;
    private final List<AppId> apps = new ArrayList<>();
    private final Map<AppId, Integer> numbers = new HashMap<>();
    private int deliveries;
    private int disturbances;

    private World(Plan plan, Sabotage sabotage, @Nullable Trace trace) {
        this.plan = plan;
        this.setting = plan.setting();
        this.sabotage = sabotage;
        this.trace = trace;
        this.journal = new Journal(rules(setting));
        this.troubles = new Troubles(agenda, plan);
        this.clocks = new WrongClocks(this, setting.storeClock(), setting.nodes());
        this.administrators = new Administrators(this, setting.apps());
        this.engines = new Engines(this);
        this.lives = new Lives(this, setting, sabotage, administrators);
        for (int app = 0; app < setting.apps(); app++) {
            apps.add(AppId.of("contoso", "app" + app));
            numbers.put(apps.get(app), app);
        }
    }

    /** What can be seen of a run from outside, and what was done to it. */
    public record Run(Journal journal, Tally tally) {}

    /** Runs a plan. */
    public static Run run(Plan plan, Sabotage sabotage, @Nullable Trace trace) {
        World world = new World(plan, sabotage, trace);
        try {
            world.run();
        } catch (Agenda.Endless e) {
            world.journal.add(new Note.Thrown("nothing: but there is no end to what is to be done"));
        }
        return new Run(world.journal, world.tally);
    }

    private static Journal.Rules rules(Setting setting) {
        return new Journal.Rules(
                setting.start(),
                setting.window() == Window.ROLLING ? 24 : 0,
                setting.window() == Window.DAY_AND_GAP ? 6 : 0,
                setting.inDoubt() == InDoubt.CARRY_OVER,
                setting.inDoubt() == InDoubt.ASSUME_SENT,
                setting.inDoubt() == InDoubt.RESEND,
                setting.storeClock(),
                setting.durable() || setting.pollMinutes() > 0,
                setting.flushSeconds(),
                setting.mailsPerSecond(),
                Setting.SETTLED_MILLIS * MILLI);
    }

    private void run() {
        lives.startOneByOne();
        for (Element element : plan.elements()) {
            if (element instanceof Element.Dated dated) {
                agenda.at(dated.atMillis() * MILLI, () -> let(dated.what(), 0));
            }
        }
        agenda.at(Setting.ACTIVE_MILLIS * MILLI, this::calmDown);
        agenda.runUntil(Setting.ALL_MILLIS * MILLI);
    }

    private void calmDown() {
        trace("calm from now on");
        troubles.end();
        clocks.mend();
        journal.add(new Note.SourceFails(false));
        lives.startAll();
    }

    // ------------------------------------------------------------------------------------------ what others need of it

    Instant start() {
        return setting.start();
    }

    Agenda agenda() {
        return agenda;
    }

    Journal journal() {
        return journal;
    }

    Tally tally() {
        return tally;
    }

    Troubles troubles() {
        return troubles;
    }

    WrongClocks clocks() {
        return clocks;
    }

    Engines engines() {
        return engines;
    }

    Sabotage sabotage() {
        return sabotage;
    }

    boolean isTraced() {
        return trace != null;
    }

    void trace(String what) {
        if (trace != null) {
            trace.line(agenda.now(), what);
        }
    }

    AppId app(int number) {
        return apps.get(number);
    }

    int number(AppId app) {
        return numbers.getOrDefault(app, -1);
    }

    String zone(int app) {
        return administrators.zone(app);
    }

    @Nullable
    Life life(int node) {
        return lives.of(node);
    }

    int beginDelivery() {
        return deliveries++;
    }

    void accepted(int delivery) {
        tally.count("accepted");
        journal.add(new Note.Accepted(agenda.now(), delivery));
    }

    /** How often anything went wrong for anybody. */
    int disturbances() {
        return disturbances;
    }

    void disturbed(int node) {
        disturbances++;
        journal.add(new Note.Disturbed(agenda.now(), node));
    }

    /** A life stands still from now on, or goes on. */
    void stopped(Life life, boolean still) {
        disturbances++;
        if (!life.isDead()) {
            journal.add(new Note.Stopped(agenda.now(), life.node(), still));
        }
    }

    /** Something has come out of a node's thread. */
    void threw(int node, Throwable thrown) {
        if (Planned.is(thrown)) {
            tally.count("a thread dies");
            disturbed(node);
            return;
        }
        journal.add(new Note.Thrown("by node " + node + ": " + thrown));
        trace("node " + node + " throws " + thrown);
    }

    /** Lets things happen in the middle of something that is about an application, and time pass. */
    void meanwhile(List<Happening> happenings, int app, long millis) {
        happenings.forEach(each -> let(each, app));
        if (millis > 0 || !happenings.isEmpty()) {
            agenda.letOthersGoOn(millis * MILLI);
        }
    }

    /** Lets something happen, once whoever it takes can act. */
    private void let(Happening what, int app) {
        if (what.actor() == ALL) {
            engines.about(app, () -> what.on(this));
            return;
        }
        Life life = lives.of(what.actor());
        if (life == null || life.isDead()) {
            tally.count("nobody there");
            return;
        }
        agenda.at(agenda.now(), life, () -> engines.about(app, () -> what.on(this)));
    }

    // -------------------------------------------------------------------------------------------- what happens

    @Override
    public void report(Happening.Report report) {
        engines.report(report);
    }

    @Override
    public void flood(Happening.Flood flood) {
        engines.flood(flood);
    }

    @Override
    public void resolve(int node, int app, int key) {
        engines.resolve(node, app, key);
    }

    @Override
    public void beginCycle(int cycle, int node, int app) {
        engines.beginCycle(cycle, node, app);
    }

    @Override
    public void endCycle(int cycle, boolean completed) {
        engines.endCycle(cycle, completed);
    }

    @Override
    public void deactivate(int node, int app) {
        engines.deactivate(node, app);
    }

    @Override
    public void subscribe(Happening.Subscribe change) {
        trace(change.toString());
        tally.count(change.active() ? "subscription changed" : "switched off");
        administrators.set(engines.app(change.app()), change);
    }

    @Override
    public void setClock(int node, long offsetMillis) {
        trace("the clock of " + (node == ALL ? "all" : "node " + node) + " is off by "
                + Duration.ofMillis(offsetMillis));
        tally.count("clock set");
        clocks.set(node, offsetMillis * MILLI);
    }

    @Override
    public void crash(int node, long downMillis) {
        lives.crash(node, downMillis);
    }

    @Override
    public void stop(int node, long millis) {
        lives.stop(node, millis);
    }

    @Override
    public void restart(int node, long downMillis) {
        lives.restart(node, downMillis);
    }

    @Override
    public void mailOutage(int node, long millis, MailTrouble how) {
        trace("mail server: " + how + " for " + Duration.ofMillis(millis));
        tally.count("outage of the mail server");
        troubles.mailOut(node, agenda.now() + millis * MILLI, how);
    }

    @Override
    public void storeOutage(int node, long millis) {
        trace("store: out for " + Duration.ofMillis(millis));
        tally.count("outage of the store");
        troubles.storeOut(node, agenda.now() + millis * MILLI);
    }

    @Override
    public void composerFails(long millis, Throwing how) {
        trace("composer: " + how + " for " + Duration.ofMillis(millis));
        troubles.composerOut(agenda.now() + millis * MILLI, how);
    }

    @Override
    public void sourceFails(long millis, Throwing how) {
        trace("subscription source: " + how + " for " + Duration.ofMillis(millis));
        journal.add(new Note.SourceFails(true));
        long until = agenda.now() + millis * MILLI;
        troubles.sourceOut(until, how);
        agenda.at(until, () -> journal.add(new Note.SourceFails(false)));
    }

    @Override
    public void executorRefuses(int node, long millis) {
        trace("executor: refuses for " + Duration.ofMillis(millis));
        troubles.executorOut(node, agenda.now() + millis * MILLI);
    }
}
