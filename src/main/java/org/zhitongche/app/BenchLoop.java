package org.zhitongche.app;

import java.util.List;

/** One of the two that are compared: takes what is put in and gives it out at its end. */
interface BenchLoop extends AutoCloseable {

    /** Puts one in for each number, under that title, as fast as it can. */
    void put(List<Integer> numbers, List<String> titles) throws Exception;

    BenchOutlet outlet();

    @Override
    void close() throws Exception;
}
