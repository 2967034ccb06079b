package org.zhitongche.app;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.directory.Principal;

/** Addresses, accounts and what to try next, for somebody who sees the platform for the first time. */
final class DemoGuide {

    private final Platform platform;
    private final PrintWriter out;

    DemoGuide(Platform platform, PrintWriter out) {
        this.platform = platform;
        this.out = out;
    }

    void print() {
        out.printf("%n—— 接下来可以 ——%n  平台在 %s ，以下账号的口令都是 %s%n%n", platform.address(), DemoDirectory.PASSWORD);
        step("1 企业提一件诉求", "/appeals/new", "shili-001（至 shili-200）");
        step("2 看它派给了谁，或分拣", "/admin", "centre");
        step("3 部门签收、答复", "/desk", "单位代码，如 350500-industry");
        step("4 企业看答复、评价", "/appeals", "shili-001");
        step("5 督查看全部与指标", "/admin/appeals", "supervisor");
        step("6 看多家企业反映的同一件事", "/admin/joint", "centre");
        out.printf("  其他账号：厦门市工信局四岗分设 %s-receiver、-handler、-reviewer、-signer；三员 sysadmin、secadmin、auditor%n%n",
                DemoDirectory.SHOWN);
        machines();
        out.printf("%n  命令（另开一个终端，归档版用 bin/zhitongche）：%n");
        String folder = platform.house.settings.get(Key.DATA_DIR);
        command("figures --by department", folder);
        command("verify", folder);
        out.printf("%n  按 Ctrl-C 停止；再次运行同一命令从这里继续，删除 %s 则从头演示。%n", folder);
    }

    /** It finds the demo's node where that is: ports that are not the standard ones must be named. */
    private void command(String command, String folder) {
        Settings settings = platform.house.settings;
        String ports = Stream.of(Key.BROKER_PORT, Key.MAIL_IMAP_PORT).filter(key -> !settings.get(key).equals(key.standard()))
                .map(key -> " --set " + key.property() + "=" + settings.get(key)).collect(Collectors.joining());
        out.println("  mvn -q compile exec:java -Dexec.args=\"" + command + " --set data.dir=" + folder + ports + "\"");
    }

    private void step(String what, String path, String account) {
        out.println(FiguresText.pad("  " + what, 28) + FiguresText.pad(platform.address() + path, 40) + "账号 " + account);
    }

    private void machines() {
        String name = DemoDirectory.SUBMITTER;
        String secret = platform.house.principals.issue(name, Principal.Kind.SUBMITTER, null, null);
        out.printf("  邮件  寄到 %s，SMTP 端口 %d，IMAP 端口 %d，账号 jingban@shili-001.example，口令同上%n",
                platform.house.settings.get(Key.MAIL_ADDRESS), platform.smtpPort(), platform.imapPort());
        out.printf("  队列  %s 的 appeals.submit，账号 %s，密钥 %s%n", platform.brokerUrl(), name, secret);
        out.printf("  接口  %s/api/v1/openapi.yaml，请求头 Authorization: Bearer %s.%s%n", platform.address(), name, secret);
    }
}
