package org.zhitongche.notice;

/** How a delivery leaves the house. PULL waits until its department fetches it. */
public enum Channel { QUEUE, MAIL, SITE, PULL }
