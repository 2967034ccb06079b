package org.zhitongche.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** {@code assignment-notice/1}: something happened that a department at work should know. */
record NoticeDocument(String schema, UUID deliveryId, UUID assignmentId, String number, String kind, String order, OffsetDateTime at,
                      OffsetDateTime due, String text, List<AssignmentDocument.File> attachments, AssignmentDocument.Links links) {

    static final String SCHEMA = "assignment-notice/1";
}
