/** What an appeal is about: a pure function of its words, decided before anything is stored. */
package org.zhitongche.classify;
