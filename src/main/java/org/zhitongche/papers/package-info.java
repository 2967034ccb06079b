/** 文书: formal papers from templates, as PDF and docx, each with its number. */
package org.zhitongche.papers;
