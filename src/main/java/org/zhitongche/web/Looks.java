package org.zhitongche.web;

import java.util.UUID;

/** Remembers every look at a case, and every attempt at one that is not the viewer's. */
public interface Looks {

    void at(Viewer viewer, UUID appeal, String path, String purpose);

    void refused(Viewer viewer, String path);
}
