package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.dispatch.DispatchGround;
import org.zhitongche.dispatch.Explanation;
import org.zhitongche.dispatch.JointHandlings;
import org.zhitongche.dispatch.Matter;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** To whom a matter would go on a day, and by which rules. */
@Command(name = "explain-dispatch", mixinStandardHelpOptions = true, description = "shows to whom a matter goes and by which rules")
final class ExplainDispatchCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private Output output;

    @Option(names = "--category", required = true, description = "code of a category")
    private String category;

    @Option(names = "--region", description = "code of a region; by default the firm's")
    private String region;

    @Option(names = "--uscc", description = "credit code of a firm")
    private String uscc;

    @Option(names = "--date", description = "such as 2026-03-05; by default today")
    private LocalDate date;

    @Option(names = "--text", description = "what the appeal says: then the model of leads in force has its say too")
    private String text;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            Enterprise firm = uscc == null ? null : house.enterprises.findByUscc(uscc)
                    .orElseThrow(() -> new CommandFailure("没有登记统一社会信用代码为 " + uscc + " 的企业"));
            String place = region != null ? region : firm == null ? null : firm.region();
            if (place == null) {
                throw new CommandFailure("请用 --region 写明区划，或用 --uscc 写明企业");
            }
            LocalDate day = date == null ? Zone.dateOf(house.clock.instant()) : date;
            Matter matter = new Matter(category, place, false, List.of(), text == null ? "" : text, firm == null ? FirmFacts.UNKNOWN : FirmFacts.of(firm),
                    text == null ? null : lead(house));
            Explanation explained = Explanation.of(house.files.book(), matter,
                    DispatchGround.of(house.directory, day, new JointHandlings(house.database, house.clock)::usual));
            output.print(() -> document(explained).toPrettyString(), out -> {
                explained.path().forEach(out::println);
                explained.routing().doubts().forEach(doubt -> out.println("需人工确认：" + house.words.get(doubt)));
            });
            return explained.routing().doubts().isEmpty() ? 0 : 1;
        }
    }

    private Classification.Lead lead(House house) {
        house.lookForModels();
        return house.learnedLead.say(category, null, text);
    }

    private static ObjectNode document(Explanation explained) {
        ObjectNode document = EventCodec.JSON.createObjectNode().put("schema", "dispatch-explanation/1");
        ArrayNode units = document.putArray("units");
        explained.routing().units().forEach(unit -> units.addObject().put("department", unit.department()).put("role", unit.role().name()));
        explained.path().forEach(document.putArray("path")::add);
        explained.routing().doubts().forEach(document.putArray("doubts")::add);
        return document;
    }
}
