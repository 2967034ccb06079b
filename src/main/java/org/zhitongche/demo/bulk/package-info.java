/** Very many made-up appeals for measurements: a year that went through the real pipeline, copied set-based over many years. */
package org.zhitongche.demo.bulk;
