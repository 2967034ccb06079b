package org.zhitongche.demo.year;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.zhitongche.demo.DemoDirectory.Firm;
import org.zhitongche.demo.Wish;

/**
 * One appeal of the year before it comes in: who asks for what and when, and where it will end.
 *
 * @param number from 1, in the order in which they come
 * @param die    its own, so that what happens to others changes nothing here
 * @param joint  number of the one that it will be merged into, which comes before it; null for none
 */
record Course(int number, Instant comesIn, Firm firm, Wish wish, Fate fate, RandomGenerator die, Integer joint) {

    boolean happens(int percent) {
        return die.nextInt(100) < percent;
    }
}
