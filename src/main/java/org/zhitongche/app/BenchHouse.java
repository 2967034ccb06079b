package org.zhitongche.app;

import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Source;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.Story;
import org.zhitongche.demo.Wish;
import org.zhitongche.directory.Department;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.documents.Origin;
import org.zhitongche.documents.SubmissionReader;
import org.zhitongche.parts.BrokerConnections;

/** A whole node with the demo's directory, and appeals for it that go straight to departments with a queue. */
final class BenchHouse implements AutoCloseable {

    private static final String REGION = "350200";

    final Settings settings;
    final House house;
    private final Platform platform;
    private final DemoDirectory.Filled directory;
    private final DemoDirectory.Firm firm;
    private final DemoDirectory.Firm silent;
    private final List<Wish> wishes;
    private final List<String> queues = new ArrayList<>();

    /** @param receipts whether the firm that speaks by queue left an address, so that it gets a receipt by mail */
    BenchHouse(BenchFolder folder, Common common, boolean receipts) {
        settings = Settings.load(common.config, Map.of(), folder.sets());
        platform = Platform.start(settings, Function.identity());
        house = platform.house;
        try {
            directory = new DemoDirectory(house.database, house.directory, house.people).fill();
            List<DemoDirectory.Firm> firms = directory.firms().stream().filter(each -> each.enterprise().region().equals(REGION)).toList();
            firm = firms.get(0);
            silent = receipts ? firm : firms.get(1);
            house.principals.setActive(DemoDirectory.SUBSCRIBER, false);
            house.database.sql().sql("delete from enterprise_contact where uscc <> ?").param(firm.enterprise().uscc()).update();
            wishes = Story.wishes().stream().filter(this::goesToAQueue).toList();
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private boolean goesToAQueue(Wish wish) {
        var reader = new SubmissionReader(house.directory, house.words, FileLimits.DEFAULT);
        Draft draft = Draft.of(reader.read(document(wish, wish.title(), "1"), new Origin(UUID.randomUUID(), Door.QUEUE, Source.QUEUE, null,
                "bench", true, null, null, house.clock.instant())));
        draft = house.propose.propose(house.classify.classify(house.recognise.recognise(draft)));
        List<Department> units = draft.routing().units().stream().map(Routing.Unit::department)
                .flatMap(code -> house.directory.departments().find(code).stream()).toList();
        boolean leadHasQueue = draft.routing().units().stream().filter(unit -> unit.role() == Role.LEAD)
                .flatMap(unit -> house.directory.departments().find(unit.department()).stream())
                .anyMatch(unit -> unit.channel() == Department.Channel.QUEUE);
        boolean fits = wish.complainedAbout() == null && draft.classification().sure() && draft.routing().doubts().isEmpty() && leadHasQueue;
        if (fits) {
            units.stream().filter(unit -> unit.channel() == Department.Channel.QUEUE).map(unit -> "department." + unit.code())
                    .filter(queue -> !queues.contains(queue)).forEach(queues::add);
        }
        return fits;
    }

    /** Where the departments of all these appeals take their messages. */
    List<String> queues() {
        return queues;
    }

    /** The one that writes mails. */
    DemoDirectory.Firm firm() {
        return firm;
    }

    Wish wish(int number) {
        return wishes.get(number % wishes.size());
    }

    String title(int number) {
        return wish(number).title() + "（第" + number + "件）";
    }

    /** An {@code appeal-submission/1} with this title. */
    String document(int number, String title) {
        return document(wish(number), title, title);
    }

    private String document(Wish wish, String title, String key) {
        var document = EventCodec.JSON.createObjectNode().put("schema", "appeal-submission/1").put("messageId", key)
                .put("type", wish.type()).put("title", title).put("text", wish.text()).put("region", REGION);
        document.putObject("enterprise").put("uscc", silent.enterprise().uscc());
        document.putObject("contact").put("name", "经办人").put("phone", "0592-0000000");
        return document.toString();
    }

    int consumers() {
        return settings.number(Key.BROKER_CONSUMERS);
    }

    /** As the platform itself. */
    ConnectionFactory broker() {
        return broker(settings.get(Key.BROKER_USER), house.secrets.of(settings, Key.BROKER_PASSWORD));
    }

    ConnectionFactory brokerAsSubmitter() {
        return broker(DemoDirectory.SUBMITTER, directory.secrets().get(DemoDirectory.SUBMITTER));
    }

    private ConnectionFactory broker(String user, String password) {
        return BrokerConnections.connectTo("tcp://127.0.0.1:" + settings.number(Key.BROKER_PORT), user, password);
    }

    @Override
    public void close() {
        platform.close();
    }
}
