package org.zhitongche.mailtext;

import java.util.Set;

/** Which files are kept but never offered for opening: what runs, and what a browser would run. */
final class Inert {

    private static final Set<String> TYPES = Set.of("application/x-msdownload", "application/x-executable",
            "application/x-ms-shortcut", "application/x-sh", "application/java-archive",
            "application/vnd.android.package-archive", "application/vnd.ms-office.macro-enabled", "text/html",
            "image/svg+xml", "application/xml");
    private static final Set<String> EXTENSIONS = Set.of("exe", "scr", "com", "bat", "cmd", "pif", "cpl", "msi", "msp", "dll",
            "sys", "ocx", "js", "jse", "mjs", "vbs", "vbe", "wsf", "wsh", "hta", "ps1", "psm1", "lnk", "url", "scf", "reg",
            "inf", "chm", "hlp", "jar", "jnlp", "apk", "ipa", "app", "dmg", "pkg", "sh", "bash", "py", "pl", "php", "iso",
            "img", "vhd", "docm", "xlsm", "pptm", "dotm", "xltm", "xlam", "ppam", "htm", "html", "xhtml", "shtml", "mht",
            "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "swf", "class", "library-ms", "search-ms", "settingcontent-ms", "one");
    /** The anti-virus test file's words, in two pieces so that no scanner takes this class for it. */
    private static final String TEST_VIRUS = new StringBuilder("EICAR-STANDARD").append("-ANTIVIRUS-TEST-FILE!").toString();

    private Inert() { }

    static boolean is(String name, String detected, String ends) {
        return TYPES.contains(detected) || EXTENSIONS.contains(FileName.extension(name)) || ends.contains(TEST_VIRUS);
    }
}
