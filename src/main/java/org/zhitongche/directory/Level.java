package org.zhitongche.directory;

/** The three levels of administration: 省, 市, 县. */
public enum Level {
    PROVINCE("省级"), CITY("市级"), COUNTY("县级");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
