/** 政企直通车: the appeals pipeline a province runs for its enterprises. Packages are features; arrows go one way. */
package org.zhitongche;
