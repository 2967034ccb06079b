package org.zhitongche.classify;

import org.zhitongche.appeal.Classification;

/** Tells what an appeal is about. It never stores, never asks anybody, and its time is bounded by the length. */
public interface Classifier {
    Classification classify(String title, String text);
}
