package org.zhitongche.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * {@code assignment-notice/1}: something happened that a department at work should know.
 *
 * @param child number of the appeal handled jointly that it is about, to be read by its own page or by API; null for none
 */
record NoticeDocument(String schema, UUID deliveryId, UUID assignmentId, String number, String kind, String order, String child, OffsetDateTime at,
                      OffsetDateTime due, String text, List<AssignmentDocument.File> attachments, AssignmentDocument.Links links) {

    static final String SCHEMA = "assignment-notice/1";
}
