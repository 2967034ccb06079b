package org.zhitongche.appeal;

/** What a firm wants: 咨询, 求助, 投诉, 举报, 建议. */
public enum Type { INQUIRY, ASSISTANCE, COMPLAINT, REPORT, SUGGESTION }
