/** The parts of the embedded default that others run as servers: a broker and a mail server, on loopback, keeping their data. */
package org.zhitongche.parts;
