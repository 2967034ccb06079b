package org.zhitongche.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Finds many words in one pass (Aho-Corasick), so that the time depends on the length of the text alone.
 * Of words that lie within each other only the longest counts. Case, width and white space make no difference.
 */
final class Terms {
    private static final int ROOT = 0;

    private final List<String> words;
    private final List<Node> nodes = new ArrayList<>(List.of(new Node()));
    private int longest;

    /** A state of the automaton: where each sign leads, where to go on when none fits, which word ends here. */
    private static final class Node {
        char[] signs = {};
        int[] next = {};
        int fail = ROOT;
        int word = -1;
        int length;

        int to(char sign) {
            int at = Arrays.binarySearch(signs, sign);
            return at < 0 ? -1 : next[at];
        }

        void put(char sign, int target) {
            int at = -Arrays.binarySearch(signs, sign) - 1;
            char[] moreSigns = Arrays.copyOf(signs, signs.length + 1);
            int[] moreNext = Arrays.copyOf(next, next.length + 1);
            System.arraycopy(signs, at, moreSigns, at + 1, signs.length - at);
            System.arraycopy(next, at, moreNext, at + 1, next.length - at);
            moreSigns[at] = sign;
            moreNext[at] = target;
            signs = moreSigns;
            next = moreNext;
        }
    }

    private record Match(int start, int end, int word) {}

    Terms(Collection<String> words) {
        this.words = List.copyOf(words);
        for (int i = 0; i < this.words.size(); i++) {
            add(this.words.get(i), i);
        }
        link();
    }

    String word(int index) {
        return words.get(index);
    }


    /** The words that stand in the text, by index. */
    BitSet in(String text) {
        BitSet found = new BitSet(words.size());
        Deque<Match> open = new ArrayDeque<>();
        int state = ROOT;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = plain(text.charAt(i));
            if (sign == 0) {
                continue;
            }
            at++;
            state = step(state, sign);
            Node node = nodes.get(state);
            if (node.word >= 0) {
                settle(new Match(at - node.length, at, node.word), open);
            }
            while (!open.isEmpty() && open.peekFirst().start() < at - longest) {
                found.set(open.pollFirst().word());
            }
        }
        open.forEach(match -> found.set(match.word()));
        return found;
    }

    /** A longer word swallows those that lie within it. */
    private static void settle(Match match, Deque<Match> open) {
        while (!open.isEmpty() && open.peekLast().start() >= match.start()) {
            open.pollLast();
        }
        open.addLast(match);
    }

    private int step(int from, char sign) {
        int state = from;
        int next = nodes.get(state).to(sign);
        while (next < 0 && state != ROOT) {
            state = nodes.get(state).fail;
            next = nodes.get(state).to(sign);
        }
        return Math.max(next, ROOT);
    }

    private void add(String word, int index) {
        int state = ROOT;
        int length = 0;
        for (char raw : word.toCharArray()) {
            char sign = plain(raw);
            if (sign == 0) {
                continue;
            }
            length++;
            int next = nodes.get(state).to(sign);
            if (next < 0) {
                next = nodes.size();
                nodes.add(new Node());
                nodes.get(state).put(sign, next);
            }
            state = next;
        }
        longest = Math.max(longest, length);
        if (length > 0) {
            nodes.get(state).word = index;
            nodes.get(state).length = length;
        }
    }

    /** Breadth first: a state falls back to the longest ending of it that begins a word, and inherits its word. */
    private void link() {
        Deque<Integer> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            int from = open.poll();
            Node node = nodes.get(from);
            for (int i = 0; i < node.signs.length; i++) {
                Node child = nodes.get(node.next[i]);
                child.fail = from == ROOT ? ROOT : step(node.fail, node.signs[i]);
                Node shorter = nodes.get(child.fail);
                if (child.word < 0 && shorter.word >= 0) {
                    child.word = shorter.word;
                    child.length = shorter.length;
                }
                open.add(node.next[i]);
            }
        }
    }

    /** Half width and lower case; 0 for what is passed over. */
    private static char plain(char raw) {
        if (raw == '\u200B' || raw == '\uFEFF' || Character.isWhitespace(raw) || Character.isSpaceChar(raw)) {
            return 0;
        }
        return Character.toLowerCase(raw >= '\uFF01' && raw <= '\uFF5E' ? (char) (raw - 0xFEE0) : raw);
    }
}
