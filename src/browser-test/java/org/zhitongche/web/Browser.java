package org.zhitongche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for a test class: {@code @RegisterExtension static final Browser browser = new Browser();}
 * Each test has fresh cookies and fails on any script error, refused content, or serious fault in accessibility.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    public static final int PHONE = 390;
    public static final int DESKTOP = 1280;
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final AxeRunOptions ONLY_VIOLATIONS = new AxeRunOptions();
    /** What htmx says when a page is left while it waits for an answer; one that fails says so under other names. */
    private static final Set<String> LEFT = Set.of("htmx:afterRequest", "htmx:sendAbort");

    static {
        // What passes need not be told, which is most of the work on a long page.
        ONLY_VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;
    private BrowserContext context;
    private Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** The one page of this test. */
    public Page page() {
        return page;
    }

    public Page show(SiteUnderTest site, String path) {
        page.navigate(site.address(path));
        return page;
    }

    /** Leaves the page first, else what it still loads would be asked for by the new viewer. */
    public void become(SiteUnderTest site, Viewer viewer) {
        page.navigate("about:blank");
        site.viewer = viewer;
    }

    /** Faults whose text holds this are part of the test, e.g. the console's line about a 404. */
    public void expect(String fault) {
        expected.add(fault);
    }

    /** Looks at what is shown: pictures in both widths under target/screenshots, and the check for accessibility. */
    public void inspect(String name) {
        for (int width : new int[] {PHONE, DESKTOP}) {
            page.setViewportSize(width, width == PHONE ? 844 : 800);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
            int content = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertEquals(width, Math.max(width, content), name + " is wider than the screen at " + width);
            checkAccess(name + "-" + width);
        }
    }

    private void checkAccess(String name) {
        // No page holds another one in a frame, so nothing has to be put together from several.
        for (Rule rule : new AxeBuilder(page).options(ONLY_VIOLATIONS).setLegacyMode(true).analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes().forEach(n ->
                    faults.add(name + ": " + rule.getId() + " " + n.getTarget() + " " + n.getFailureSummary()));
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (chromium == null) {
            playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        }
        faults.clear();
        expected.clear();
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN")
            .setTimezoneId("Asia/Shanghai").setViewportSize(DESKTOP, 800));
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && LEFT.stream().noneMatch(message.text()::startsWith)) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        context.close();
        faults.removeIf(fault -> expected.stream().anyMatch(fault::contains));
        if (test.getExecutionException().isEmpty()) {
            assertEquals(List.of(), faults);
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (chromium != null) {
            chromium.close();
            playwright.close();
        }
    }
}
