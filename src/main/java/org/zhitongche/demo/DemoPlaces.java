package org.zhitongche.demo;

/** Where the doors are. */
public record DemoPlaces(String web, String broker, int smtpPort, int imapPort, String box) {}
