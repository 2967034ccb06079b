package org.zhitongche.notice;

/**
 * @param publicUrl where firms and departments reach the pages, without a slash at the end
 * @param from      the box our mails come from and answers go to
 * @param fromName  its name, as mail programs show it
 * @param domain    right part of our Message-IDs
 */
public record NoticeSettings(String publicUrl, String from, String fromName, String domain) {

    public NoticeSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }
}
