package org.zhitongche.appeal;

/** Where something came in. All mail boxes are one door. */
public enum Door { MAIL, QUEUE, WEB, API, STAFF }
