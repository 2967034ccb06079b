/** The database: its embedded server, connections, migrations, blobs, clock and backup; and for every package the files of config/ and why a start fails. */
package org.zhitongche.db;
